import type { practiceEvents as source } from '#content/messages/ru/practice-events.ts'
import type { Widen } from '#content/messages/widen.ts'

export const practiceEvents: Widen<typeof source> = {
  'practice.started': 'card of a practice begun',
  'practice.saved': 'card of a practice saved',
  'practice.file-added': 'file added to a practice',
  'practice.file-removed': 'file of a practice taken out',
  'practice.author-asked': 'author of a practice asked to confirm',
  'practice.author-removed': 'author of a practice taken out',
  'practice.author-confirmed': 'authorship of a practice confirmed',
  'practice.author-declined': 'authorship of a practice declined',
  'practice.author-withdrawn': "consent to an author's name taken back",
  'practice.sent': 'practice sent to be checked',
  'practice.recalled': 'practice taken back',
  'practice.renewed': 'new version of a practice begun',
  'practice.discarded': 'card of a practice thrown away',
  'practice.restored': 'card of a practice restored',
  'practice.checked': 'practice checked by an editor',
  'practice.review-asked': 'expert asked to review a practice',
  'practice.review-released': 'expert released from a review',
  'practice.review-answered': 'expert answered a request to review',
  'practice.reviewed': 'practice reviewed by an expert',
  'practice.scheduled': 'day of publication of a practice set',
  'practice.published': 'practice published',
  'practice.returned': 'practice returned to be mended',
  'practice.refused': 'practice refused',
  'practice.withdrawn': 'practice withdrawn',
}
