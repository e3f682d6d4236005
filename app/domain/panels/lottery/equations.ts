/** Linear equations with whole coefficients in exact fractions: elimination without division (Bareiss 1968). */
import { type Fraction, fraction, lcm } from '#app/domain/panels/fractions.ts'

/** The one solution of rows · x = right, or null when there is none or more than one. */
export function solvedExactly(
  rows: readonly (readonly number[])[],
  right: readonly Fraction[],
): Fraction[] | null {
  const count = rows[0]?.length ?? 0
  const below = right.reduce((common, { d }) => lcm(common, d), 1n)
  const table = rows.map((row, at) => {
    const { n, d } = right[at] as Fraction
    return [...row.map(BigInt), n * (below / d)]
  })
  let last = 1n
  for (let column = 0; column < count; column += 1) {
    const at = table.findIndex((row, place) => place >= column && row[column] !== 0n)
    if (at < 0) return null
    ;[table[column], table[at]] = [table[at] as bigint[], table[column] as bigint[]]
    const pivot = table[column] as bigint[]
    const by = pivot[column] as bigint
    for (const [place, row] of table.entries()) {
      if (place === column) continue
      const factor = row[column] as bigint
      // rows above are cleared too, so that the end is a diagonal
      table[place] = row.map((value, i) => (by * value - factor * (pivot[i] as bigint)) / last)
    }
    last = by
  }
  if (table.slice(count).some((row) => row[count] !== 0n)) return null
  return table.slice(0, count).map((row, at) => fraction(row[count] as bigint, (row[at] as bigint) * below))
}
