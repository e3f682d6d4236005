/**
 * The reserve as part of the optimum: people after whose coming in the panel still keeps its limits, whoever refuses. Pure.
 *
 * Greedy over the probability that one refusal, or two, can be mended with all limits kept (Assos et al., EC 2025, choose
 * alternates by expected loss under drop-out; with a common rate the weight of one refusal is to that of two as
 * 100 − rate is to rate). One rate stands for everybody: rates of persons would be readable from a public protocol.
 */
import { faultsOf, type Row, type SelectionRules } from '#app/domain/panels/selecting.ts'

export interface Spare {
  row: Row
  /** members whose refusal the reserve up to this row mends */
  mends: number
}

// People alike in every limit of the panel are one choice; only so many different ones are weighed at a step.
const DIFFERENT = 80

/** At most `reserve` rows in the order in which they are called; `rate` in whole per cent. */
export function reserveFor(
  order: readonly Row[],
  members: readonly Row[],
  rules: SelectionRules,
  rate: number,
): Spare[] {
  const seated = new Set(members.map(({ row }) => row))
  const free = order.filter(({ row }) => !seated.has(row))
  const open = new Map(losses(members).map((lost) => [lost, weightOf(lost, rate)]))
  const taken: Row[] = []
  const spares: Spare[] = []
  while (taken.length < rules.reserve) {
    const next = bestNext(free, members, taken, rules, open)
    if (!next) break
    for (const lost of next.mended) open.delete(lost)
    taken.push(next.row)
    const mends = members.length - [...open.keys()].filter(({ length }) => length === 1).length
    spares.push({ row: next.row, mends })
  }
  return spares
}

type Loss = readonly Row[]

/** Each member alone, then each two. */
function losses(members: readonly Row[]): Loss[] {
  const pairs = members.flatMap((one, at) => members.slice(at + 1).map((other) => [one, other]))
  return [...members.map((one) => [one]), ...pairs]
}

const weightOf = ({ length }: Loss, rate: number) => (length === 1 ? 100 - rate : rate)

function bestNext(
  free: readonly Row[],
  members: readonly Row[],
  taken: readonly Row[],
  rules: SelectionRules,
  open: ReadonlyMap<Loss, number>,
): { row: Row; mended: Loss[] } | null {
  let best: { row: Row; mended: Loss[]; worth: number } | null = null
  for (const row of different(free, [...members, ...taken])) {
    const mended = [...open.keys()].filter((lost) => mends(row, taken, lost, members, rules))
    const worth = mended.reduce((sum, lost) => sum + (open.get(lost) ?? 0), 0)
    if (worth > (best?.worth ?? 0)) best = { row, mended, worth }
  }
  if (best) return best
  // Nothing more is mended: whoever can stand in for somebody, in the order of the list.
  const rest = free.find(
    (row) => !taken.includes(row) && members.some((one) => fits([row], [one], members, rules)),
  )
  return rest ? { row: rest, mended: [] } : null
}

/** With the row, and for two lost with one of those taken before, the rest of the panel keeps every limit. */
function mends(row: Row, taken: readonly Row[], lost: Loss, members: readonly Row[], rules: SelectionRules) {
  if (lost.length === 1) return fits([row], lost, members, rules)
  return taken.some((other) => fits([row, other], lost, members, rules))
}

function fits(coming: readonly Row[], lost: Loss, members: readonly Row[], rules: SelectionRules): boolean {
  // Whoever had to sit in the panel may refuse too.
  const free = { ...rules, fixed: [] }
  return faultsOf([...members.filter((one) => !lost.includes(one)), ...coming], free).length === 0
}

/** The first of each kind that the limits cannot tell apart, beside these people. */
function different(free: readonly Row[], beside: readonly Row[]): Row[] {
  const known = new Set<string>()
  const found: Row[] = []
  const inside = new Set(beside.map(({ row }) => row))
  const near = (of: 'organisation' | 'municipality' | 'nominator') =>
    new Set(beside.map((one) => one[of]).filter((value) => value !== undefined))
  const [organisations, municipalities, nominators] = [
    near('organisation'),
    near('municipality'),
    near('nominator'),
  ]
  for (const row of free) {
    if (inside.has(row.row)) continue
    const { organisation, municipality, nominator = 0, directions, high = false } = row
    const place = [
      organisations.has(organisation) && organisation,
      municipalities.has(municipality) && municipality,
      nominators.has(nominator) && nominator,
    ]
    const kind = [...place, high, ...directions].join('|')
    if (known.has(kind)) continue
    known.add(kind)
    found.push(row)
    if (found.length === DIFFERENT) break
  }
  return found
}
