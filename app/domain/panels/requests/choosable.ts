/**
 * Rows that a best composition may need: whoever can always be exchanged for somebody better, or equal and earlier, is
 * left out before the search, which keeps the optimum and makes thousands of rows hundreds. Pure.
 *
 * Two people are alike when they count for the same directions, band and nominator. Within one organisation a panel needs
 * no more of those alike than it may hold; of organisations of one municipality, and of municipalities, `size` with somebody
 * better are enough, because the others of a panel occupy fewer.
 */
import { type BestPanel, bestPanel, type PanelRules } from '#app/domain/panels/assignment/one-panel.ts'
import type { Row } from '#app/domain/panels/selecting.ts'

/** The best panel of the rows, searched among those that it may need. */
export function bestOf(all: readonly Row[], rules: PanelRules): BestPanel | null {
  const out = new Set(rules.excluded)
  return bestPanel(choosable(out.size > 0 ? all.filter(({ row }) => !out.has(row)) : all, rules), rules)
}

export function choosable<R extends Row>(rows: readonly R[], rules: PanelRules): R[] {
  const { size, maxPerNominator = null, fixed = [] } = rules
  const held = new Set(fixed)
  const asked = new Set(rules.directions.filter(({ minimum }) => minimum > 0).map(({ code }) => code))
  const spread = wandering(rows)
  const seen = new Map<string, number>()
  const kinds = new Map<string, Kind>()
  const kept = new Set<number>()
  for (const one of [...rows].sort((a, b) => b.points - a.points || a.row - b.row)) {
    const covered = one.directions.filter((code) => asked.has(code)).sort()
    const alike = [covered.join(), one.high === true, maxPerNominator === null ? '' : (one.nominator ?? 0)]
    // An organisation of several municipalities, or an unknown one, is compared with itself alone.
    const kind = alike.join('|') + (spread.has(one.organisation) ? `|${one.organisation}` : '')
    const own = `${kind}|${one.organisation}|${one.municipality}`
    const of = kinds.get(kind) ?? { places: new Map(), distinct: 0 }
    const place = of.places.get(one.municipality) ?? new Set()
    const counted = seen.get(own) ?? 0
    const needed = counted < size && place.size < size && of.distinct < size
    if (held.has(one.row) || needed) kept.add(one.row)
    // Those who must sit anyway cannot stand in for somebody.
    if (held.has(one.row)) continue
    seen.set(own, counted + 1)
    if (spread.has(one.organisation)) continue
    if (place.size === 0) of.distinct += 1
    place.add(one.organisation)
    of.places.set(one.municipality, place)
    kinds.set(kind, of)
  }
  return rows.filter(({ row }) => kept.has(row))
}

type Kind = { places: Map<number, Set<number>>; distinct: number }

function wandering(rows: readonly Row[]): Set<number> {
  const places = new Map<number, number>()
  const spread = new Set<number>([0])
  for (const { organisation, municipality } of rows) {
    const known = places.get(organisation)
    if (known === undefined) places.set(organisation, municipality)
    else if (known !== municipality) spread.add(organisation)
  }
  return spread
}
