import type { conflictProblems as source } from '#content/messages/ru/conflict-problems.ts'
import type { Widen } from '#content/messages/widen.ts'
import { conflictKinds } from './panel-conflicts.ts'

type Facts = Readonly<Record<string, string | number>>
const words: Record<string, string> = conflictKinds
const kindsText = (codes: string | number | undefined) =>
  String(codes ?? '')
    .split(',')
    .map((code) => words[code] ?? code)
    .join('; ')

export const conflictProblems: Widen<typeof source> = {
  'member-conflict':
    'A member has got a conflict of interest. Whoever selects knows of it; you can go on after a replacement.',
  'member-conflict-named': ({ who }: Facts) =>
    `Conflict of interest: ${who}. Replace from the reserve on the page “Conflicts of interest”, then go on.`,
  'conflict-undecided': 'Something is not decided yet. Whoever selects decides.',
  'conflict-undecided-named': ({ who }: Facts) =>
    `A decision is needed: ${who}. On the page “Conflicts of interest” write why it is no obstacle, or replace the expert.`,
  'own-conflict': ({ kinds }: Facts) =>
    `You have got a conflict of interest: ${kindsText(kinds)}. Nobody takes part with one: step back or decline. If the data are wrong, correct them in your cabinet and try again.`,
  'conflict-blocks': 'Nobody takes part with such a conflict; no decision lifts it.',
  'conflict-decided': 'It is decided already.',
  'conflict-gone': 'There is no such conflict any more. Reload the page.',
  'own-challenge': 'Nobody challenges oneself: step back in your cabinet.',
  'own-challenge-answer': 'Somebody else answers what you have asked.',
  'challenge-nobody': 'This person is not on the panel any more.',
  'challenge-open': 'Your challenge of this person waits for an answer already.',
  'challenge-answered': 'It is answered already.',
  'seat-not-accepted': 'Whoever has accepted and still sits can step back.',
  'seat-left': 'You are not on this panel any more.',
}
