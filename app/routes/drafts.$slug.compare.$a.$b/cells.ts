/** Cells that came or went side by side are one change for a reader: a table is shown as one, not word by word. Pure. */

export interface Cell {
  /** the row of the table it stands in */
  row: string
  column: number
}
interface Row {
  change: string
  address: string
  because: readonly { number: number }[]
  cell?: Cell | null
}
/** A run of cells with the same change: the first of them carries the others, row by row. */
export type WithCells<R extends Row> = R & { cells?: R[][]; lastAddress?: string }

/** The rows in their order, with each run of cells wholly added or wholly removed as one row. */
export function gathered<R extends Row, P extends { count: number }>(
  rows: readonly (R | P)[],
): (WithCells<R> | P)[] {
  const result: (WithCells<R> | P)[] = []
  for (const row of rows) {
    const last = result.at(-1)
    if ('count' in row) {
      result.push(row)
      continue
    }
    const whole = row.cell && (row.change === 'inserted' || row.change === 'deleted')
    if (!whole || !last || 'count' in last || !last.cell || last.change !== row.change) {
      result.push(row)
      continue
    }
    const cells = last.cells ?? [[last]]
    const line = cells.at(-1)
    if (line?.[0]?.cell?.row === row.cell?.row) line?.push(row)
    else cells.push([row])
    const known = new Set(last.because.map(({ number }) => number))
    const because = [...last.because, ...row.because.filter(({ number }) => !known.has(number))]
    result[result.length - 1] = { ...last, cells, because, lastAddress: row.address }
  }
  return result
}
