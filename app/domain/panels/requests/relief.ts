/**
 * What stands in the way, with the nearest value that would do: the smallest change of the request first. Pure.
 *
 * Steps are seats: one more from a place, one fewer of a direction or of the high band, are each one step. When no single
 * limit helps, two are tried together; when not even these, the largest size that can be filled is told.
 */

import type { Reason, Row, SelectionRules } from '#app/domain/panels/selecting.ts'
import { covers } from '#app/domain/panels/tally.ts'
import { bestOf } from './choosable.ts'
import { codesOf, directionLimit, wishedOf, without } from './limits.ts'
import { settled } from './settling.ts'

// Two limits together are tried for panels of a usual size.
const PAIRS = 12

/** A limit with another value; `to` null = given up. */
export interface Change {
  code: string
  to: number | null
}

/** Never empty. Wished limits count as given up, because they give way before anything is refused. */
export function reliefOf(rows: readonly Row[], asked: SelectionRules): Reason[] {
  const rules = without(asked, wishedOf(asked))
  const short = rules.directions.filter(({ code, minimum }) => covers(rows, code) < minimum)
  if (short.length > 0)
    return short.map(({ code, minimum }) => ({
      code: 'direction-short',
      facts: { direction: code, minimum, count: covers(rows, code) },
    }))
  if (rows.length < rules.size)
    return [{ code: 'pool-short', facts: { size: rules.size, count: rows.length } }]
  const { minHigh = 0, fixed = [] } = rules
  const high = rows.filter((row) => row.high === true).length
  if (high < minHigh) return [{ code: 'high-short', facts: { minimum: minHigh, count: high } }]
  const can = (changes: readonly Change[]) => bestOf(rows, changed(rules, changes)) !== null
  const single = codesOf(rules).flatMap((code) => nearest(rules, code, (to) => can([{ code, to }])) ?? [])
  single.sort((a, b) => a.steps - b.steps)
  if (single.length > 0)
    return single.map(({ reason: { code, facts } }): Reason => {
      if (code !== 'direction') return { code, facts }
      return { code, facts: { ...facts, count: covers(rows, String(facts.direction)) } }
    })
  if (fixed.length > 0 && bestOf(rows, { ...rules, fixed: [] }))
    return [{ code: 'fixed', facts: { count: fixed.length } }]
  return [together(rows, rules, can)]
}

/** The rules with these values. */
export function changed(rules: SelectionRules, changes: readonly Change[]): SelectionRules {
  let now = rules
  for (const change of changes) now = withChange(now, change)
  return now
}

function withChange(rules: SelectionRules, { code, to }: Change): SelectionRules {
  if (code === 'size') return { ...rules, size: to ?? rules.size }
  if (to === null) return without(rules, [code])
  if (code === 'organisation') return { ...rules, maxPerOrganisation: to }
  if (code === 'municipality') return { ...rules, maxPerMunicipality: to }
  if (code === 'nominator') return { ...rules, maxPerNominator: to }
  if (code === 'high') return { ...rules, minHigh: to }
  const directions = rules.directions.map((one) =>
    directionLimit(one.code) === code ? { ...one, minimum: to } : one,
  )
  return { ...rules, directions }
}

/** The changes that a reason names; null when it names none that the request can make. */
export function changesOf({ code, facts }: Reason): Change[] | null {
  if (code === 'direction-short' || code === 'direction')
    return [{ code: directionLimit(String(facts.direction)), to: Number(facts.to ?? facts.count) }]
  if (code === 'pool-short')
    return Number(facts.count) > 0 ? [{ code: 'size', to: Number(facts.count) }] : null
  if (code === 'high-short') return [{ code: 'high', to: Number(facts.count) }]
  if (code === 'together' && facts.first !== undefined)
    return [
      { code: String(facts.first), to: Number(facts.firstTo) },
      { code: String(facts.second), to: Number(facts.secondTo) },
    ]
  if (code === 'together') return facts.to === undefined ? null : [{ code: 'size', to: Number(facts.to) }]
  return facts.to === undefined ? null : [{ code, to: Number(facts.to) }]
}

function nearest(rules: SelectionRules, code: string, fits: (to: number) => boolean) {
  const { from, values } = rangeOf(rules, code)
  // The furthest value decides whether any would do: most limits are asked once.
  const last = values.at(-1)
  if (last === undefined || !fits(last)) return null
  const to = values.find(fits) ?? last
  const direction = rules.directions.find((one) => directionLimit(one.code) === code)
  const reason: Reason = direction
    ? { code: 'direction', facts: { direction: direction.code, minimum: from, to } }
    : { code, facts: { ...(code === 'high' ? { minimum: from } : { most: from }), to } }
  return { steps: Math.abs(to - from), reason }
}

function rangeOf(rules: SelectionRules, code: string): { from: number; values: number[] } {
  const { size, maxPerOrganisation, maxPerMunicipality, maxPerNominator, minHigh = 0 } = rules
  const most = {
    organisation: maxPerOrganisation,
    municipality: maxPerMunicipality,
    nominator: maxPerNominator,
  }
  if (code in most) {
    const from = most[code as keyof typeof most] ?? size
    return { from, values: Array.from({ length: Math.max(0, size - from) }, (_, at) => from + at + 1) }
  }
  const asked = rules.directions.find((one) => directionLimit(one.code) === code)?.minimum
  const from = code === 'high' ? minHigh : (asked ?? 0)
  return { from, values: Array.from({ length: from }, (_, at) => from - at - 1) }
}

function together(rows: readonly Row[], rules: SelectionRules, can: (changes: Change[]) => boolean): Reason {
  const { size } = rules
  const codes = size <= PAIRS ? codesOf(rules) : []
  const pairs = codes.flatMap((one, at) => codes.slice(at + 1).map((other) => [one, other] as const))
  const found = pairs.flatMap(([first, second]) => {
    const [own, others] = [rangeOf(rules, first), rangeOf(rules, second)]
    const [far, away] = [own.values.at(-1), others.values.at(-1)]
    if (far === undefined || away === undefined) return []
    if (
      !can([
        { code: first, to: far },
        { code: second, to: away },
      ])
    )
      return []
    // First as near as can be beside the other given up, then the other beside it.
    const firstTo =
      own.values.find((to) =>
        can([
          { code: first, to },
          { code: second, to: away },
        ]),
      ) ?? far
    const secondTo =
      others.values.find((to) =>
        can([
          { code: first, to: firstTo },
          { code: second, to },
        ]),
      ) ?? away
    const steps = Math.abs(firstTo - own.from) + Math.abs(secondTo - others.from)
    return [{ steps, facts: { first, firstTo, second, secondTo } }]
  })
  found.sort((a, b) => a.steps - b.steps)
  if (found[0]) return { code: 'together', facts: { size, ...found[0].facts } }
  const smaller = Array.from({ length: size - 1 }, (_, at) => size - at - 1)
  const to = smaller.find((one) => bestOf(rows, { ...rules, size: one }) !== null)
  return { code: 'together', facts: { size, ...(to === undefined ? {} : { to }) } }
}

/** Before a choice: what would be given up, or what stands in the way. */
export function foreseen(
  rows: readonly Row[],
  asked: SelectionRules,
): { waived: string[]; points: number } | { binding: Reason[] } {
  const found = settled(rows, asked)
  return found ? { waived: found.waived, points: found.best.points } : { binding: reliefOf(rows, asked) }
}
