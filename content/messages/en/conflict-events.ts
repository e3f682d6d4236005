import type {
  conflictEvents as events,
  conflictNotices as notices,
} from '#content/messages/ru/conflict-events.ts'
import type { Widen } from '#content/messages/widen.ts'

export const conflictEvents: Widen<typeof events> = {
  'panel.conflict-found': 'a conflict of interest was found',
  'panel.conflict-waived': 'it was written why a conflict is no obstacle',
  'panel.waiver-recalled': 'a decision on a conflict was taken back',
  'panel.challenged': 'a member was challenged',
  'panel.challenge-upheld': 'a challenge was upheld',
  'panel.challenge-rejected': 'a challenge was rejected',
  'seat.recused': 'an expert stepped back',
  'seat.replaced': 'an expert with a conflict was replaced',
}

export const conflictNotices: Widen<typeof notices> = {
  'conflict.found': ({ title }) =>
    `A conflict of interest was found on the panel on “${title}”. It needs a decision or a replacement`,
  'challenge.made': ({ title }) => `A member of the panel on “${title}” was challenged`,
  'challenge.late': ({ title }) => `The answer to a challenge is late: the panel on “${title}”`,
  'challenge.answered': ({ title }) => `Your challenge was answered: the panel on “${title}”`,
  'panel.unseated': ({ title }) =>
    `You are not on the panel on “${title}” any more. Thank you for being ready`,
  'seat.recused': ({ title }) => `An expert stepped back from the panel on “${title}”`,
}
