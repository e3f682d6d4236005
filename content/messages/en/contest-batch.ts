import { countedEn } from '#content/messages/plural.ts'
import type { contestBatch as source } from '#content/messages/ru/contest-batch.ts'
import type { Widen } from '#content/messages/widen.ts'

const experts = (n: number) => countedEn(n, 'expert', 'experts')

export const contestBatch: Widen<typeof source> = {
  title: 'Panels of the contest',
  lead: 'Panels of all works are chosen together: exactly, by competence, with conflicts of interest and load.',
  ask: 'Choose the panels',
  again: 'Choose anew',
  fair: 'Raise the weakest panel first',
  fairHint: 'Otherwise the sum over all works is made greatest.',
  cap: 'Show the cost of a cap on probability, %',
  capHint:
    'How much fit the rule “nobody gets a work with a greater probability” would cost. Empty: do not reckon it.',
  running: 'Panels are being chosen. You may close the page.',
  progress: 'Steps done',
  stop: 'Stop',
  stalled: 'The work ended with the server. Start it again.',
  cancelled: 'It was stopped.',
  failed: 'It failed. Start it again.',
  impossible: 'There are no such panels: under these limits seats cannot be filled.',
  relax: 'This relaxation would do:',
  relaxed: {
    organisation: (from, to) => `at most ${to} of one organisation instead of ${from}`,
    municipality: (from, to) => `at most ${to} of one municipality instead of ${from}`,
    loads: (added) => `${countedEn(added, 'work', 'works')} more for each expert`,
    k: (from, to) => `${experts(to)} for a work instead of ${from}`,
    deserted: (codes) =>
      `Nobody can be found for these works: ${codes}. Check the directions of the nomination.`,
  },
  figures: {
    total: 'Fit of all seats',
    worst: 'Weakest panel',
    bound: 'No more is possible than',
    gap: 'To the bound',
    proven: 'proven',
    notProven: (gap) => `not proven, gap ${gap}`,
    distinct: 'Different experts',
    seats: 'Seats',
    pool: 'Eligible experts',
    seconds: (n) => `${n}\u00a0s`,
    time: 'Time of reckoning',
    hash: 'Checksum',
  },
  points: (value) => `${value} of 100 a seat`,
  prices: 'The price of limits',
  price: {
    quotas: 'At most so many of one organisation and municipality',
    load: 'Works of one expert at most',
    cap: (percent) => `Probability of a pair at most ${percent}\u00a0%`,
  },
  priceOf: (hundredths) => (hundredths === 0 ? 'costs nothing' : `−${hundredths / 100}\u00a0% of the fit`),
  priceNone: 'cannot be reckoned under these limits',
  load: 'Load: how many experts got so many works',
  loadOf: (n) => countedEn(n, 'work', 'works'),
  loadUnit: 'Experts',
  strength: 'Strength: how many works have such a mean fit',
  strengthOf: (from, to) => `${from}–${to}`,
  strengthUnit: 'Works',
  seats: 'Panels',
  columns: { code: 'Code', nomination: 'Nomination', experts: 'Experts', reserve: 'Reserve', fit: 'Fit' },
  approve: 'Approve the panels and invite',
  approveLead: (people, works) =>
    `Panels are made (${works}); ${experts(people)} get one invitation for all their works.`,
  approved: 'The panels are approved, invitations are sent.',
  group: (n) => `Panel No. ${n}`,
}
