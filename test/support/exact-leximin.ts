/** LEXIMIN by force, for tiny pools: every panel is listed, every programme solved in exact fractions. */
import {
  compared,
  type Fraction,
  fraction,
  minus,
  over,
  plus,
  times,
  zero,
} from '#app/domain/panels/fractions.ts'
import type { Pool } from '#app/domain/panels/lottery/pool.ts'

/** Every panel that keeps the quotas, as places of people. */
export function allPanels({ people, quotas, size }: Pool): number[][] {
  const found: number[][] = []
  const take = (from: number, chosen: number[]) => {
    if (chosen.length === size) {
      const held = quotas.map((_, quota) => chosen.filter((at) => people[at]?.quotas.includes(quota)).length)
      if (quotas.every(({ min, max }, at) => (held[at] ?? 0) >= min && (held[at] ?? 0) <= max))
        found.push(chosen)
      return
    }
    for (let at = from; at < people.length; at += 1) take(at + 1, [...chosen, at])
  }
  take(0, [])
  return found
}

/** The leximin probability of each person. */
export function leximinByForce(pool: Pool): Fraction[] {
  const panels = allPanels(pool)
  const fixed = new Map<number, Fraction>()
  const everybody = pool.people.map((_, at) => at)
  while (fixed.size < everybody.length) {
    const open = everybody.filter((at) => !fixed.has(at))
    // variables: a weight per panel, then z; person i: z − Σ w ≤ 0, or −Σ w ≤ −p when fixed
    const least = solved(panels, everybody, fixed, (at) => (fixed.has(at) ? 0 : 1), null)
    const tight = open.filter(
      (one) =>
        compared(
          solved(panels, everybody, fixed, (at) => (fixed.has(at) || at === one ? 0 : 1), { one, least }),
          least,
        ) === 0,
    )
    for (const at of tight) fixed.set(at, least)
  }
  return everybody.map((at) => fixed.get(at) as Fraction)
}

/** The largest z; or, with `one`, the largest probability of that person while all others open stay at `least`. */
function solved(
  panels: readonly number[][],
  everybody: readonly number[],
  fixed: ReadonlyMap<number, Fraction>,
  share: (at: number) => number,
  raise: { one: number; least: Fraction } | null,
): Fraction {
  const sits = (at: number) => panels.map((panel) => fraction(panel.includes(at) ? -1 : 0))
  const rows = everybody.map((at) => {
    const z = raise === null && share(at) === 1 ? 1 : raise?.one === at ? 1 : 0
    const owed = fixed.get(at) ?? (raise && share(at) === 1 ? raise.least : zero)
    return { left: [...sits(at), fraction(z)], right: minus(zero, owed) }
  })
  rows.push({ left: [...panels.map(() => fraction(1)), zero], right: fraction(1) })
  return largest(rows, panels.length)
}

/** Dictionary simplex of Chvátal with Bland's rule: the largest x[aim] with x ≥ 0 and the rows; two phases. */
function largest(rows: { left: Fraction[]; right: Fraction }[], aim: number): Fraction {
  const count = rows[0]?.left.length ?? 0
  // x0 is the last column; the basis begins with the slacks
  const basis = rows.map((_, at) => count + 1 + at)
  const outside = Array.from({ length: count + 1 }, (_, at) => at)
  const table = rows.map(({ left, right }) => [
    right,
    ...left.map((value) => minus(zero, value)),
    fraction(1),
  ])
  let goal: Fraction[] = [zero, ...Array.from({ length: count }, () => zero), fraction(-1)]
  const pivot = (row: number, column: number) => {
    const line = table[row] as Fraction[]
    const by = minus(zero, line[column] as Fraction)
    const fresh = line.map((value, at) => (at === column ? over(fraction(-1), by) : over(value, by)))
    const into = (other: Fraction[]) => {
      const factor = other[column] as Fraction
      return other.map((value, at) =>
        at === column
          ? times(factor, fresh[at] as Fraction)
          : plus(value, times(factor, fresh[at] as Fraction)),
      )
    }
    for (const at of table.keys()) if (at !== row) table[at] = into(table[at] as Fraction[])
    goal = into(goal)
    table[row] = fresh
    ;[basis[row], outside[column - 1]] = [outside[column - 1] as number, basis[row] as number]
  }
  const climb = () => {
    for (;;) {
      const able = outside.map((_, at) => at + 1).filter((at) => (goal[at] as Fraction).n > 0n)
      if (able.length === 0) return
      const column = able.reduce((a, b) => ((outside[a - 1] as number) < (outside[b - 1] as number) ? a : b))
      let leaving = -1
      for (const [row, line] of table.entries()) {
        if ((line[column] as Fraction).n >= 0n) continue
        if (leaving < 0) {
          leaving = row
          continue
        }
        const [limit, best] = [row, leaving].map((at) => {
          const one = table[at] as Fraction[]
          return over(one[0] as Fraction, minus(zero, one[column] as Fraction))
        }) as [Fraction, Fraction]
        const order = compared(limit, best)
        if (order < 0 || (order === 0 && (basis[row] as number) < (basis[leaving] as number))) leaving = row
      }
      if (leaving < 0) throw new Error('no limit')
      pivot(leaving, column)
    }
  }
  const lowest = table.reduce(
    (at, line, row) =>
      compared(line[0] as Fraction, (table[at] as Fraction[])[0] as Fraction) < 0 ? row : at,
    0,
  )
  if (((table[lowest] as Fraction[])[0] as Fraction).n < 0n) {
    pivot(lowest, count + 1)
    climb()
    if ((goal[0] as Fraction).n < 0n) throw new Error('no solution')
    const stuck = basis.indexOf(count)
    if (stuck >= 0) {
      const column = (table[stuck] as Fraction[]).findIndex((value, at) => at > 0 && value.n !== 0n)
      if (column > 0) pivot(stuck, column)
    }
  }
  const gone = outside.indexOf(count) + 1
  for (const line of table) if (gone > 0) line[gone] = zero
  const place = basis.indexOf(aim)
  goal =
    place >= 0
      ? [...(table[place] as Fraction[])]
      : [zero, ...outside.map((variable) => fraction(variable === aim ? 1 : 0))]
  if (gone > 0) goal[gone] = zero
  climb()
  return goal[0] as Fraction
}
