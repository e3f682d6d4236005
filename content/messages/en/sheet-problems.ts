import type { sheetProblems as source } from '#content/messages/ru/sheet-problems.ts'
import type { Widen } from '#content/messages/widen.ts'

type Facts = Readonly<Record<string, string | number>>

export const sheetProblems: Widen<typeof source> = {
  'sheets-closed': 'The secretary has closed the sheets; this one is not taken any more.',
  'sheets-in': 'All sheets are in.',
  'sheets-term-runs':
    'The term of the sheets still runs. They can be closed after its last day; until then you can remind those who have not sent theirs.',
  'sheets-quorum': ({ in: sent = 0, needed = 0 }: Facts) =>
    `There is no quorum: ${sent} in, ${needed} needed. Remind those who are missing, replace them or prolong the term.`,
  'term-not-later': 'The new last day must be later than the present one and not in the past.',
  'term-far': ({ days }: Facts) => `The term can end at most ${days} days from today.`,
  'round-open': 'A consensus round is open. Wait for the answers or close it.',
  'round-not-open': 'No consensus round is open.',
  'round-closed': 'The round is closed, second marks are not taken any more.',
  'round-nothing-apart': ({ points }: Facts) =>
    `On none of these criteria do marks differ by more than ${points}: there is nothing to reconcile.`,
  'second-sent': 'Your second marks were sent and cannot be changed.',
  'second-required': ({ question }: Facts) =>
    `Choose: keep your mark or give another. Criterion: ${question}`,
  'reserve-empty':
    'Nobody in the reserve can be invited: all were asked or have a conflict of interest. Open a consensus round.',
  'sheet-criteria': 'A sheet needs at least one criterion with a scale.',
  'sheet-verdict': 'A sheet needs its obligatory verdict question: votes are counted by it.',
  'sheet-type': 'An expert sheet cannot show such a question.',
  'sheet-below': 'The threshold for a reason is above the scale.',
  'template-not-sheet': 'This is not an expert sheet.',
}
