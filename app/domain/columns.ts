/**
 * Columns: which column of a sent table holds what, by its heads or as somebody has said. Kernel, for every room that
 * takes lists from papers. Pure.
 */

/** The grid of a sheet: cells as words. */
export type Cells = readonly (readonly string[])[]

export interface SheetRead {
  head: string[]
  /** rows below the head with the line they stand on, counted from 1 */
  rows: { at: number; cells: string[] }[]
}

// Above the heads stand the title of the order and who approved it.
const HEAD_ROWS = 20

/**
 * The head row and what stands below it. The head is the row in which most heads are known; without any known head the
 * first row is data and columns are called by their letters.
 */
export function sheetOf(grid: Cells, heads: Readonly<Record<string, RegExp>>): SheetRead {
  const width = Math.max(0, ...grid.map((row) => row.length))
  let [best, at] = [0, -1]
  for (const [line, row] of grid.slice(0, HEAD_ROWS).entries()) {
    const known = Object.keys(columnsOf(row, heads)).length
    if (known > best) [best, at] = [known, line]
  }
  const head = Array.from({ length: width }, (_, column) => wordsOf(grid[at]?.[column] ?? ''))
  const rows = grid.flatMap((row, line) => {
    const cells = Array.from({ length: width }, (_, column) => wordsOf(row[column] ?? ''))
    const empty = cells.every((cell) => cell === '')
    return line <= at || empty || isNumbering(cells) ? [] : [{ at: line + 1, cells }]
  })
  return { head: head.map((title, column) => title || letterOf(column)), rows }
}

/** Field → column, each column once; the first fields of `heads` choose first. */
export function columnsOf(
  head: readonly string[],
  heads: Readonly<Record<string, RegExp>>,
): Record<string, number> {
  const columns: Record<string, number> = {}
  const taken = new Set<number>()
  for (const [field, sign] of Object.entries(heads)) {
    const at = head.findIndex(
      (title, column) => !taken.has(column) && title.length > 0 && title.length <= 150 && sign.test(title),
    )
    if (at < 0) continue
    columns[field] = at
    taken.add(at)
  }
  return columns
}

/** A cell in one line; a dash says nothing. */
export function wordsOf(cell: string): string {
  const words = cell
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zs}\uFFFD]+/gu, ' ')
    .trim()
  return /^[-–—]+$/.test(words) ? '' : words
}

/** The line of column numbers under the heads: 1 | 2 | 3. */
function isNumbering(cells: readonly string[]): boolean {
  const said = cells.filter((cell) => cell !== '')
  return said.length > 2 && said.every((cell, at) => cell === String(at + 1))
}

function letterOf(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : `${letterOf(Math.floor(column / 26) - 1)}${letterOf(column % 26)}`
}
