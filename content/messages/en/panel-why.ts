import { countedEn } from '#content/messages/plural.ts'
import type { panelWhy as source } from '#content/messages/ru/panel-why.ts'
import type { Widen } from '#content/messages/widen.ts'

const points = (n: number) => countedEn(n, 'point', 'points')
const rules: Record<string, string> = {
  nominator: 'the limit by nominating organisation',
  high: 'the demand on the high band',
  fixed: 'obligatory members',
  organisation: 'the limit by organisation',
  municipality: 'the limit by municipality',
  direction: 'a direction to be covered',
}
const rulesText = (codes: readonly string[]) => codes.map((code) => rules[code] ?? code).join(', ')

export const panelWhy: Widen<typeof source> = {
  title: 'Why these members',
  link: 'Why these members',
  lead: (of) =>
    `Reckoned over the list that was fixed at the selection: ${of}. Points: expertises and years in the registry less current load.`,
  total: (n) => `Points of the members together: ${n}`,
  proven: 'Proven: under these limits no sum is larger.',
  unproven:
    'Not proven that no sum is larger: the search ended at its limit of steps. Explanations are therefore not reckoned.',
  handLoss: (best, loss) => `The best composition has ${points(best)}, the difference: ${loss}.`,
  handBest: 'No composition is better: this one has as many.',
  handReason: (reason) => `Why chosen by hand: ${reason}`,
  loss: (n, percent) =>
    n === 0 ? 'nothing' : `−${points(n)}${percent === null ? '' : ` (−${percent} of the fit)`}`,
  prices: 'What each limit costs',
  pricesLead: 'Without it the sum of points would be larger by this.',
  noPrices: 'There are no limits.',
  price: 'Price',
  rule: 'Limit',
  directionRule: (title, minimum) => `“${title}”: at least ${minimum}`,
  members: 'Why each of them',
  columns: { expert: 'Expert', why: 'Why', without: 'Without them' },
  rank: (rank, of, n) => `place ${rank} of ${of} by points (${points(n)})`,
  binding: (codes) => `takes the last place under a rule: ${rulesText(codes)}`,
  same: 'the sum is the same',
  needed: 'without this person there is no composition',
  replacedBy: (who) => `instead: ${who}`,
  other: 'Why not somebody else',
  otherNumber: 'Number of the expert in the registry',
  ask: 'Show',
  absent: (n) =>
    `Expert no. ${n} is not in the list: no status in these directions, or a conflict of interest.`,
  inPanel: (who) => `${who}: a member.`,
  inBest: (who) => `${who}: in the best composition.`,
  outside: (who, rank, n) => `${who}: place ${rank}, ${points(n)}.`,
  wouldNeed: (n) => `Would be in the best composition with at least ${points(n)}.`,
  wouldWithout: (codes) =>
    `Would be in the best composition without one of these rules: ${rulesText(codes)}.`,
  forced: (loss) => `With them as a member the sum is smaller: ${loss}.`,
  never: 'Neither points nor giving up one rule would give a seat.',
  notReckoned: 'The composition is not proven to be the best, so there is no exact answer.',
  own: (rank, of, n) => `By points you are in place ${rank} of ${of}: ${points(n)}.`,
  ownNeed: (n) => `You would have been chosen with at least ${points(n)}.`,
  ownWithout: (codes) => `You would have been chosen without one of these rules: ${rulesText(codes)}.`,
  handField: 'Why chosen by hand',
  handHint: 'Leave it empty, and the site first shows how many points these people lose.',
}
