/**
 * The composition that keeps every demanded limit and as many of the wished ones as can be: fewest given up, then the most
 * points, then the first in the order of codes. Pure.
 */
import type { BestPanel } from '#app/domain/panels/assignment/one-panel.ts'
import { faultsOf, type Row, type SelectionRules } from '#app/domain/panels/selecting.ts'
import { bestOf } from './choosable.ts'
import { directionLimit, wishedOf, without } from './limits.ts'

export interface Settled {
  /** codes of the wished limits given up */
  waived: string[]
  /** the rules that are left */
  rules: SelectionRules
  best: BestPanel
}

/** Null when no composition keeps what is demanded. */
export function settled(rows: readonly Row[], asked: SelectionRules): Settled | null {
  const wished = wishedOf(asked)
  for (let count = 0; count <= wished.length; count += 1) {
    let found: Settled | null = null
    for (const waived of subsets(wished, count)) {
      const rules = without(asked, waived)
      const best = bestOf(rows, rules)
      if (best && (!found || best.points > found.best.points)) found = { waived, rules, best }
    }
    if (found) return found
  }
  return null
}

/** The wished limits that these people break; null when they break a demanded one. */
export function waivedBy(members: readonly Row[], asked: SelectionRules): string[] | null {
  const codes = faultsOf(members, asked).map(({ code, facts }) =>
    code === 'direction' ? directionLimit(String(facts.direction)) : code,
  )
  const wished = wishedOf(asked)
  return codes.every((code) => wished.includes(code)) ? codes : null
}

function subsets(codes: readonly string[], count: number): string[][] {
  if (count === 0) return [[]]
  return codes.flatMap((code, at) => subsets(codes.slice(at + 1), count - 1).map((rest) => [code, ...rest]))
}
