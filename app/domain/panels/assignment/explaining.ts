/**
 * Why, why not, and what each rule costs: every answer is the difference of two optima, none is a guess.
 *
 * A price is the best panel without the rule less the best with it. A member's worth is the loss without that member, and
 * who would come instead. Somebody else is put in by force: the loss is what that person lacks; when no panel can hold
 * the person, the rules that stand in the way are those whose absence makes room.
 */
import { type BestPanel, bestPanel, type Candidate, type PanelRules } from './one-panel.ts'

/** Finds the best panel; another one than `bestPanel` leaves out who cannot be chosen first. */
export type Search = (rows: readonly Candidate[], rules: PanelRules) => BestPanel | null

export interface Price {
  code: 'organisation' | 'municipality' | 'nominator' | 'direction' | 'high' | 'fixed' | 'floor'
  direction?: string
  /** points; null: without the rule there is no panel either */
  price: number
}
export interface Why {
  row: number
  /** among all candidates by points */
  rank: number
  of: number
  covers: string[]
  /** rules that would have to be broken for one more like this */
  binding: Price['code'][]
  loss: number | null
  displacedBy: number[]
}
export interface WhyNot {
  row: number
  rank: number
  loss: number | null
  /** with so many points the person would have been chosen; null when points do not help */
  pointsNeeded: number | null
  /** rules each of which, given up, would have put the person in */
  without: Price['code'][]
}

/** What each rule of the panel costs. */
export function pricesOf(
  rows: readonly Candidate[],
  rules: PanelRules,
  best: BestPanel,
  search: Search = bestPanel,
): Price[] {
  return easingsOf(rules).map(({ code, direction, eased }) => ({
    code,
    ...(direction === undefined ? {} : { direction }),
    price: (search(rows, eased)?.points ?? best.points) - best.points,
  }))
}

export function whyOf(
  rows: readonly Candidate[],
  rules: PanelRules,
  best: BestPanel,
  member: Candidate,
  search: Search = bestPanel,
): Why {
  const without = search(rows, { ...rules, ...excluding(rules, member.row) })
  const seated = new Set(best.members.map(({ row }) => row))
  const same = (of: 'organisation' | 'municipality' | 'nominator') =>
    best.members.filter((one) => one[of] === member[of]).length
  const { maxPerOrganisation, maxPerMunicipality, maxPerNominator, minHigh = 0, directions } = rules
  const asked = new Set(directions.filter(({ minimum }) => minimum > 0).map(({ code }) => code))
  const tight = (has: (one: Candidate) => boolean, count: number) =>
    count > 0 && has(member) && best.members.filter(has).length === count
  return {
    row: member.row,
    ...placeOf(rows, member),
    covers: member.directions.filter((code) => asked.has(code)),
    binding: [
      ...(same('organisation') === maxPerOrganisation ? (['organisation'] as const) : []),
      ...(same('municipality') === maxPerMunicipality ? (['municipality'] as const) : []),
      ...(member.nominator && same('nominator') === maxPerNominator ? (['nominator'] as const) : []),
      ...(directions.some(({ code, minimum }) => tight((one) => one.directions.includes(code), minimum))
        ? (['direction'] as const)
        : []),
      ...(tight(({ high }) => high === true, minHigh) ? (['high'] as const) : []),
    ],
    loss: without && best.points - without.points,
    displacedBy: without?.members.filter(({ row }) => !seated.has(row)).map(({ row }) => row) ?? [],
  }
}

export function whyNotOf(
  rows: readonly Candidate[],
  rules: PanelRules,
  best: BestPanel,
  person: Candidate,
  search: Search = bestPanel,
): WhyNot {
  const forced = search(rows, { ...rules, fixed: [...(rules.fixed ?? []), person.row] })
  const loss = forced && best.points - forced.points
  const seatedBy = (eased: PanelRules) =>
    search(rows, eased)?.members.some(({ row }) => row === person.row) ?? false
  return {
    row: person.row,
    rank: placeOf(rows, person).rank,
    loss,
    pointsNeeded: loss === null ? null : pointsFor(rows, rules, person, loss, search),
    without: [...new Set(easingsOf(rules).flatMap(({ code, eased }) => (seatedBy(eased) ? [code] : [])))],
  }
}

/** The least number of points that seats the person; one more than what is lacking where rows decide a tie. */
function pointsFor(
  rows: readonly Candidate[],
  rules: PanelRules,
  person: Candidate,
  loss: number,
  search: Search,
) {
  for (const points of [person.points + loss, person.points + loss + 1]) {
    const raised = rows.map((one) => (one.row === person.row ? { ...one, points } : one))
    if (search(raised, rules)?.members.some(({ row }) => row === person.row)) return points
  }
  // the floor asks for more than the panel does
  return rules.floor === undefined ? null : Math.max(rules.floor, person.points + loss)
}

function placeOf(rows: readonly Candidate[], { points, row }: Candidate) {
  const better = rows.filter((one) => one.points > points || (one.points === points && one.row < row))
  return { rank: better.length + 1, of: rows.length }
}

function excluding({ excluded = [], fixed = [] }: PanelRules, row: number): Partial<PanelRules> {
  return { excluded: [...excluded, row], fixed: fixed.filter((one) => one !== row) }
}

/** Each rule that stands, with the rules that are left when it is given up. */
function easingsOf(rules: PanelRules): { code: Price['code']; direction?: string; eased: PanelRules }[] {
  const { maxPerOrganisation, maxPerMunicipality, directions, minHigh = 0, floor } = rules
  const { maxPerNominator = null, fixed = [] } = rules
  return [
    ...(maxPerOrganisation === null
      ? []
      : [{ code: 'organisation' as const, eased: { ...rules, maxPerOrganisation: null } }]),
    ...(maxPerMunicipality === null
      ? []
      : [{ code: 'municipality' as const, eased: { ...rules, maxPerMunicipality: null } }]),
    ...(maxPerNominator === null
      ? []
      : [{ code: 'nominator' as const, eased: { ...rules, maxPerNominator: null } }]),
    ...(fixed.length > 0 ? [{ code: 'fixed' as const, eased: { ...rules, fixed: [] } }] : []),
    ...directions
      .filter(({ minimum }) => minimum > 0)
      .map(({ code }) => ({
        code: 'direction' as const,
        direction: code,
        eased: { ...rules, directions: directions.filter((one) => one.code !== code) },
      })),
    ...(minHigh > 0 ? [{ code: 'high' as const, eased: { ...rules, minHigh: 0 } }] : []),
    ...(floor === undefined ? [] : [{ code: 'floor' as const, eased: { ...rules, floor: undefined } }]),
  ]
}
