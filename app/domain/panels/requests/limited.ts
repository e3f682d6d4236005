/** The best composition under all limits (format 3): exact, with what was given up, and a reserve that mends refusals. Pure. */
import { type Optimum, pointsOf } from '#app/domain/panels/optimum.ts'
import {
  byPoints,
  type Choice,
  placed,
  type Reason,
  type Row,
  type SelectionRules,
  selectFrom,
} from '#app/domain/panels/selecting.ts'
import { kept } from '#app/domain/panels/tally.ts'
import { isLimited } from './limits.ts'
import { reliefOf } from './relief.ts'
import { reserveFor } from './reserving.ts'
import { settled } from './settling.ts'

export type LimitedOutcome = { chosen: Choice[]; best: Optimum; waived: string[] } | { binding: Reason[] }

/** `rate` = how many of a hundred invited people refuse, as reckoned before the choice. */
export function selectLimited(rows: readonly Row[], asked: SelectionRules, rate: number): LimitedOutcome {
  const order = byPoints(rows)
  const found = settled(rows, asked)
  if (!found) return plainly(order, asked)
  const byRow = new Map(rows.map((row) => [row.row, row]))
  const members = found.best.members.flatMap(({ row }) => byRow.get(row) ?? [])
  const chosen = [...seatedOf(order, members, found.rules), ...spareOf(order, members, found.rules, rate)]
  return { chosen, best: { points: found.best.points, proven: found.best.proven }, waived: found.waived }
}

/** A search that was cut off before it found anything may still be helped by the plain one. */
function plainly(order: readonly Row[], asked: SelectionRules): LimitedOutcome {
  const plain = isLimited(asked) ? null : selectFrom(order, asked, 'best')
  if (!plain || 'binding' in plain) return { binding: reliefOf(order, asked) }
  const points = pointsOf(plain.chosen, new Map(order.map((row) => [row.row, row])))
  return { chosen: plain.chosen, best: { points, proven: false }, waived: [] }
}

function seatedOf(order: readonly Row[], members: readonly Row[], rules: SelectionRules): Choice[] {
  const place = new Map(order.map(({ row }, at) => [row, at + 1]))
  const asked = rules.directions.filter(({ minimum }) => minimum > 0).map(({ code }) => code)
  return members.map((row, at): Choice => {
    const covers = asked
      .filter((code) => row.directions.includes(code))
      .map((direction) => ({ code: 'covers', facts: { direction } }))
    const held = rules.fixed?.includes(row.row) ? [{ code: 'fixed', facts: {} }] : []
    const reasons = [...held, ...covers, ...placed('best', place, row, order.length), ...kept(rules)]
    return { row: row.row, standing: 'member', rank: at + 1, reasons }
  })
}

function spareOf(
  order: readonly Row[],
  members: readonly Row[],
  rules: SelectionRules,
  rate: number,
): Choice[] {
  const place = new Map(order.map(({ row }, at) => [row, at + 1]))
  return reserveFor(order, members, rules, rate).map(({ row, mends }, at): Choice => {
    const stands = { code: 'reserve', facts: { place: at + 1 } }
    const mended = { code: 'mends', facts: { count: mends, of: members.length } }
    const reasons = [stands, mended, ...placed('best', place, row, order.length)]
    return { row: row.row, standing: 'reserve', rank: members.length + at + 1, reasons }
  })
}
