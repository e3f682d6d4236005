/**
 * Tabling: from the grid of a sent table to remarks: № пункта | замечание | предложение | обоснование.
 *
 * Columns are known by their heads, in any order. Cells merged downwards give their place to each row below; a row
 * without a remark and without a proposal (a heading between rows, an empty line) is left out and counted. Pure.
 */
import { proposalMark, tableHeads } from '#content/table-heads.ts'

export interface TableRow {
  point: string
  remark: string
  proposal: string
  grounds: string
}
export interface TableRead {
  rows: TableRow[]
  /** lines with words that are no remark */
  skipped: number
}
type Column = keyof typeof tableHeads
type Columns = Partial<Record<Column, number>>
type Grid = readonly (readonly { text: string; above: boolean }[])[]

const HEAD_ROWS = 15

/** The rows of the first table with known heads; null when none has a place and a remark or a proposal. */
export function rowsOfTables(grids: readonly Grid[]): TableRead | null {
  for (const grid of grids) {
    const head = headOf(grid)
    if (head) return rowsBelow(grid, head)
  }
  return null
}

function headOf(grid: Grid): { at: number; columns: Columns } | null {
  for (const [at, row] of grid.slice(0, HEAD_ROWS).entries()) {
    const columns = columnsOf(row.map(({ text }) => text))
    const said = columns.remark !== undefined || columns.proposal !== undefined
    if (said && columns.point !== undefined) return { at, columns }
  }
  return null
}

function columnsOf(heads: readonly string[]): Columns {
  const columns: Columns = {}
  for (const [at, head] of heads.entries()) {
    if (head.length > 200) continue
    const names = Object.keys(tableHeads) as Column[]
    const name = names.find((one) => columns[one] === undefined && tableHeads[one].test(head))
    if (name) columns[name] = at
  }
  return columns
}

function rowsBelow(grid: Grid, { at, columns }: { at: number; columns: Columns }): TableRead {
  const rows: TableRow[] = []
  let skipped = 0
  for (const cells of grid.slice(at + 1)) {
    const cell = (name: Column) => cells[columns[name] ?? -1]
    const words = (name: Column) => (cell(name)?.above ? '' : clean(cell(name)?.text ?? ''))
    const row = {
      point: clean(cell('point')?.text ?? '').replaceAll('\n', ' '),
      remark: words('remark'),
      proposal: words('proposal'),
      grounds: words('grounds'),
    }
    if (isNumbering(cells)) continue
    if (row.remark !== '' || row.proposal !== '') rows.push(row)
    else if (cells.some(({ text }) => text.trim() !== '')) skipped += 1
  }
  return { rows, skipped }
}

/** The line of column numbers under the heads: 1 | 2 | 3 | 4. */
function isNumbering(cells: readonly { text: string }[]): boolean {
  const said = cells.map(({ text }) => text.trim()).filter((text) => text !== '')
  return said.length > 1 && said.every((text, at) => text === String(at + 1))
}

/** Words with lines kept and spaces made single; a cell of a dash says nothing. */
function clean(text: string): string {
  const words = text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n[ \n]*/g, '\n')
    .trim()
  return /^[-–—]$/.test(words) ? '' : words
}

/** What a remark of a table says in one text, when its proposal is not the wording of the passage. */
export function saidTogether({ remark, proposal }: Pick<TableRow, 'remark' | 'proposal'>): string {
  if (proposal === '') return remark
  return remark === '' ? proposal : `${remark}\n\n${proposalMark} ${proposal}`
}
