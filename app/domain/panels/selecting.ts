/**
 * Selecting: one list of rows, three ways over it, every choice with its reasons. Pure.
 *
 * The order of the list is by points (best) or by lot; taking from it is the same: first the directions that must be
 * covered, the scarcest first, then the places left, never over a quota. The search goes back when a beginning leads
 * nowhere, so a composition that exists is found; when none exists, `bindingOf` says which rule is in the way.
 * Conflicts never come here: a person with one is no row.
 */
import { beyond, covers, kept, type Quota, Tally } from './tally.ts'

export interface Row {
  row: number
  /** numbers of this list, not public names; 0 = unknown, which shares one quota */
  organisation: number
  municipality: number
  directions: string[]
  points: number
  /** who nominated the person, as a number of this list; absent or 0 = nobody (format 3) */
  nominator?: number
  /** the high band, where it is open or may be used (format 3) */
  high?: boolean
}
/** A row as protocols have it; the token is SHA-256 of salt and public number. */
export type ProtocolRow = Row & { token: string }
export interface SelectionRules extends Quota {
  size: number
  reserve: number
  directions: { code: string; minimum: number }[]
  // What follows is of format 3; a request without limits leaves it out.
  minHigh?: number
  /** rows that must sit in the panel */
  fixed?: number[]
  /** codes of the limits that are wished, not demanded (requests/limits.ts) */
  soft?: string[]
}
export type Reason = { code: string; facts: Record<string, string | number> }
export type Choice = { row: number; standing: 'member' | 'reserve'; rank: number; reasons: Reason[] }
export type Outcome = { chosen: Choice[] } | { binding: Reason[] }
export type Method = 'hand' | 'best' | 'lot'

// A list of thousands with sane quotas needs some hundred steps; the bound only ends what is practically impossible.
const STEPS = 50_000

/** Points first, then the row: the order of the best composition. */
export function byPoints(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => b.points - a.points || a.row - b.row)
}

/** Members and reserve taken from an ordered list, or what is in the way. Rank counts members, then the reserve. */
export function selectFrom(order: readonly Row[], rules: SelectionRules, method: Method): Outcome {
  const members = membersFrom(order, rules)
  if (!members) return { binding: bindingOf(order, rules) }
  const place = new Map(order.map(({ row }, at) => [row, at + 1]))
  const chosen = members.map(({ row, covers }, at): Choice => {
    const reasons = [
      ...covers.map((direction) => ({ code: 'covers', facts: { direction } })),
      ...placed(method, place, row, order.length),
      ...kept(rules),
    ]
    return { row: row.row, standing: 'member', rank: at + 1, reasons }
  })
  const reserve = reserveFrom(
    order,
    members.map(({ row }) => row),
    rules,
  ).map((row, at): Choice => {
    return {
      row: row.row,
      standing: 'reserve',
      rank: members.length + at + 1,
      reasons: [{ code: 'reserve', facts: { place: at + 1 } }, ...placed(method, place, row, order.length)],
    }
  })
  return { chosen: [...chosen, ...reserve] }
}

/** What a choice by hand breaks; empty when it may stand. */
export function faultsOf(members: readonly Row[], rules: SelectionRules): Reason[] {
  const tally = new Tally(rules)
  for (const row of members) tally.add(row)
  const uncovered = rules.directions.filter(({ code, minimum }) => covers(members, code) < minimum)
  return [
    ...(members.length === rules.size
      ? []
      : [{ code: 'size', facts: { size: rules.size, count: members.length } }]),
    ...tally.broken(),
    ...uncovered.map(({ code, minimum }) => ({
      code: 'direction',
      facts: { direction: code, minimum, count: covers(members, code) },
    })),
    ...beyond(members, rules),
  ]
}

/** Why a row was not taken: which quota was full, or how far down it stood. */
export function whyNot(
  row: Row,
  order: readonly Row[],
  members: readonly Row[],
  rules: SelectionRules,
): Reason {
  const tally = new Tally(rules)
  for (const member of members) tally.add(member)
  return (
    tally.full(row) ?? {
      code: 'later',
      facts: { place: order.findIndex((one) => one.row === row.row) + 1, of: order.length },
    }
  )
}

type Taken = { row: Row; covers: string[] }

function membersFrom(order: readonly Row[], rules: SelectionRules): Taken[] | null {
  const supply = new Map(rules.directions.map(({ code }) => [code, covers(order, code)]))
  const needed = rules.directions
    .filter(({ minimum }) => minimum > 0)
    .sort((a, b) => (supply.get(a.code) ?? 0) - (supply.get(b.code) ?? 0))
  if (needed.some(({ code, minimum }) => (supply.get(code) ?? 0) < minimum)) return null
  const [tally, taken, steps] = [new Tally(rules), [] as Row[], { left: STEPS }]
  if (!cover(order, needed, rules, tally, taken, steps)) return null
  const settled = [...taken]
  for (const row of order) {
    if (taken.length === rules.size) break
    if (taken.includes(row) || tally.full(row)) continue
    tally.add(row)
    taken.push(row)
  }
  return taken.length === rules.size ? explained(taken, settled, needed) : null
}

/** Takes rows until each needed direction has its minimum and the rest of the seats can still be filled. */
function cover(
  order: readonly Row[],
  needed: SelectionRules['directions'],
  rules: SelectionRules,
  tally: Tally,
  taken: Row[],
  steps: { left: number },
): boolean {
  const open = needed.find(({ code, minimum }) => covers(taken, code) < minimum)
  if (!open) return fillable(order, rules, tally, taken)
  if (taken.length === rules.size) return false
  for (const row of order) {
    if (!row.directions.includes(open.code) || taken.includes(row) || tally.full(row)) continue
    steps.left -= 1
    if (steps.left < 0) return false
    tally.add(row)
    taken.push(row)
    if (cover(order, needed, rules, tally, taken, steps)) return true
    tally.remove(row)
    taken.pop()
  }
  return false
}

// An organisation lies in one municipality, so both quotas together are a laminar matroid: taking greedily reaches the
// largest number of rows from any beginning, and one pass decides whether the seats can be filled.
function fillable(
  order: readonly Row[],
  rules: SelectionRules,
  tally: Tally,
  taken: readonly Row[],
): boolean {
  const trial = tally.copy()
  let count = taken.length
  for (const row of order) {
    if (count === rules.size) return true
    if (taken.includes(row) || trial.full(row)) continue
    trial.add(row)
    count += 1
  }
  return count === rules.size
}

/** Reserves can each stand in for somebody; first one for each direction that hangs on few members. */
export function reserveFrom(order: readonly Row[], members: readonly Row[], rules: SelectionRules): Row[] {
  const fits = (row: Row) =>
    !members.includes(row) && members.some((left) => replaces(row, left, members, rules))
  const able = order.filter(fits)
  const tight = rules.directions.filter(({ code, minimum }) => covers(members, code) === minimum)
  const first = tight.flatMap(({ code }) => able.find(({ directions }) => directions.includes(code)) ?? [])
  return [...new Set([...first, ...able])].slice(0, rules.reserve)
}

/** True when the members with `row` in the place of `left` keep every rule. */
export function replaces(row: Row, left: Row, members: readonly Row[], rules: SelectionRules): boolean {
  return faultsOf([...members.filter((member) => member.row !== left.row), row], rules).length === 0
}

/** The rules each of which, given up alone, would let a composition be found; a lack of people when none would. */
export function bindingOf(order: readonly Row[], rules: SelectionRules): Reason[] {
  const short = rules.directions
    .filter(({ code, minimum }) => covers(order, code) < minimum)
    .map(({ code, minimum }) => ({
      code: 'direction-short',
      facts: { direction: code, minimum, count: covers(order, code) },
    }))
  if (short.length > 0) return short
  if (order.length < rules.size)
    return [{ code: 'pool-short', facts: { size: rules.size, count: order.length } }]
  const eased = (change: Partial<SelectionRules>) => membersFrom(order, { ...rules, ...change }) !== null
  const { maxPerOrganisation, maxPerMunicipality, directions } = rules
  const found: Reason[] = [
    ...(maxPerOrganisation !== null && eased({ maxPerOrganisation: null })
      ? [{ code: 'organisation', facts: { most: maxPerOrganisation } }]
      : []),
    ...(maxPerMunicipality !== null && eased({ maxPerMunicipality: null })
      ? [{ code: 'municipality', facts: { most: maxPerMunicipality } }]
      : []),
    ...directions
      .filter(
        ({ code, minimum }) =>
          minimum > 0 && eased({ directions: directions.filter((one) => one.code !== code) }),
      )
      .map(({ code, minimum }) => ({
        code: 'direction',
        facts: { direction: code, minimum, count: covers(order, code) },
      })),
  ]
  return found.length > 0 ? found : [{ code: 'together', facts: { size: rules.size } }]
}

function explained(
  taken: readonly Row[],
  settled: readonly Row[],
  needed: SelectionRules['directions'],
): Taken[] {
  const left = new Map(needed.map(({ code, minimum }) => [code, minimum]))
  return taken.map((row) => {
    if (!settled.includes(row)) return { row, covers: [] }
    const covering = row.directions.filter((code) => (left.get(code) ?? 0) > 0)
    for (const code of covering) left.set(code, (left.get(code) ?? 0) - 1)
    return { row, covers: covering }
  })
}

export function placed(
  method: Method,
  place: ReadonlyMap<number, number>,
  { row, points }: Row,
  of: number,
): Reason[] {
  if (method === 'hand') return [{ code: 'hand', facts: {} }]
  const facts = { place: place.get(row) ?? 0, of }
  return [method === 'lot' ? { code: 'drawn', facts } : { code: 'points', facts: { ...facts, points } }]
}
