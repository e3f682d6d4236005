/** The best composition as a choice with reasons: the exact optimum of the list, and a reserve that can stand in. Pure. */
import { bestPanel } from './assignment/one-panel.ts'
import { withEasing } from './easing.ts'
import {
  byPoints,
  type Choice,
  placed,
  type Reason,
  type Row,
  reserveFrom,
  type SelectionRules,
  selectFrom,
} from './selecting.ts'
import { kept } from './tally.ts'

/** What was reached; not proven when the search was cut off, so that something better may exist. */
export interface Optimum {
  points: number
  proven: boolean
}
export type BestOutcome = { chosen: Choice[]; best: Optimum } | { binding: Reason[] }

export function selectOptimum(rows: readonly Row[], rules: SelectionRules): BestOutcome {
  const order = byPoints(rows)
  const byRow = new Map(rows.map((row) => [row.row, row]))
  const found = bestPanel(rows, rules)
  if (!found) return withoutProof(order, byRow, rules)
  const members = found.members.flatMap(({ row }) => byRow.get(row) ?? [])
  const place = new Map(order.map(({ row }, at) => [row, at + 1]))
  const asked = rules.directions.filter(({ minimum }) => minimum > 0).map(({ code }) => code)
  const seated = members.map((row, at): Choice => {
    const covered = asked.filter((code) => row.directions.includes(code))
    const covers = covered.map((direction) => ({ code: 'covers', facts: { direction } }))
    const reasons = [...covers, ...placed('best', place, row, order.length), ...kept(rules)]
    return { row: row.row, standing: 'member', rank: at + 1, reasons }
  })
  const spare = reserveFrom(order, members, rules).map((row, at): Choice => {
    const stands = { code: 'reserve', facts: { place: at + 1 } }
    const reasons = [stands, ...placed('best', place, row, order.length)]
    return { row: row.row, standing: 'reserve', rank: members.length + at + 1, reasons }
  })
  return { chosen: [...seated, ...spare], best: { points: found.points, proven: found.proven } }
}

/** A search that was cut off before it found anything may still be helped by the plain one. */
function withoutProof(
  order: readonly Row[],
  byRow: ReadonlyMap<number, Row>,
  rules: SelectionRules,
): BestOutcome {
  const plain = selectFrom(order, rules, 'best')
  if ('binding' in plain) return { binding: withEasing(order, rules, plain.binding) }
  return { chosen: plain.chosen, best: { points: pointsOf(plain.chosen, byRow), proven: false } }
}

/** The sum over the members of a choice. */
export function pointsOf(chosen: readonly Choice[], byRow: ReadonlyMap<number, { points: number }>): number {
  const members = chosen.filter(({ standing }) => standing === 'member')
  return members.reduce((sum, { row }) => sum + (byRow.get(row)?.points ?? 0), 0)
}
