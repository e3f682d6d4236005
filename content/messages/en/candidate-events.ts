import type { candidateEvents as source } from '#content/messages/ru/candidate-events.ts'
import type { Widen } from '#content/messages/widen.ts'

export const candidateEvents: Widen<typeof source> = {
  'ground.entered': 'a ground of publication was entered',
  'closed.requested': 'closed data were asked for',
  'closed.granted': 'closed data were opened on a request',
  'closed.refused': 'closed data were refused',
  'list.started': 'a list of candidates was begun',
  'list.changed': 'a list of candidates was changed',
  'list.sent': 'a list of candidates was sent to agreement',
  'list.agreed': 'a list of candidates was agreed on',
  'list.returned': 'a list of candidates was returned',
  'list.recalled': 'a list of candidates was taken back',
  'list.registered': 'the order of a list of candidates was entered',
  'list.discarded': 'a list of candidates was put aside',
  'list.restored': 'a list of candidates was restored',
  'consent.entered': 'a paper consent was entered',
  'entrepreneur.entered': 'a statement on business was entered',
  'result.entered': 'a result of the assessment was entered',
  'result.withdrawn': 'a result of the assessment was withdrawn',
  'direction.terms': 'terms of statuses of a direction were set',
}
