/**
 * Tables of a sent file as grids of words: those of a DOCX, or the sheets of an XLSX. In the child; what the words mean
 * is found out outside, from the same grid for both.
 */
import type { NodeJson } from '#app/editor/check.ts'
import { decoded } from './decoding.ts'
import { convertDocx } from './docx.ts'
import { recognised } from './formats.ts'
import { Refusal } from './refusal.ts'
import { gridOfText } from './separated.ts'
import { type Grid, type GridCell, type GridLimits, gridsOfWorkbook } from './sheets.ts'
import type { ZipLimits } from './zip.ts'

export interface GridRequest {
  name: string
  /** cells parted by signs are a table too */
  separated?: boolean
  limits: GridLimits & { megabytes: number; zip: ZipLimits; cell: number }
}

/** Every table of the file. Refusals of imports, and table-none, table-long, table-cell-long, table-type. */
export function gridsIn(bytes: Uint8Array, { name, limits, separated }: GridRequest): Grid[] {
  if (bytes.length > limits.megabytes * 1024 * 1024)
    throw new Refusal('too-large', { megabytes: limits.megabytes })
  const grids =
    separated && isSeparated(bytes, name)
      ? [gridOfText(decoded(bytes), limits)]
      : isWorkbook(bytes, name)
        ? gridsOfWorkbook(bytes, limits.zip, limits)
        : gridsOfDocument(bytes, name, limits)
  const filled = grids.filter((grid) => grid.some((row) => row.some(({ text }) => text.trim() !== '')))
  if (filled.length === 0) throw new Refusal('table-none')
  for (const [at, row] of filled.flatMap((grid) => [...grid.entries()]))
    if (row.some(({ text }) => text.length > limits.cell))
      throw new Refusal('table-cell-long', { row: at + 1, most: limits.cell })
  return filled
}

/** No archive, and called like a text: what is in it is found out by its signs. */
function isSeparated(bytes: Uint8Array, name: string): boolean {
  return /\.(csv|tsv|txt)$/i.test(name) && !(bytes[0] === 0x50 && bytes[1] === 0x4b)
}

function isWorkbook(bytes: Uint8Array, name: string): boolean {
  if (/\.(xls|xlsb|ods|csv|tsv)$/i.test(name)) throw new Refusal('table-type')
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return /\.xl[st][xm]$/i.test(name) || (all.includes('xl/workbook.xml') && !/\.docx$/i.test(name))
}

function gridsOfDocument(bytes: Uint8Array, name: string, limits: GridRequest['limits']): Grid[] {
  if (recognised(bytes, name).format !== 'docx') throw new Refusal('table-type')
  const { doc } = convertDocx(bytes, limits.zip, 'accept')
  return tablesIn(doc).map((table) => gridOf(table, limits))
}

function tablesIn(node: NodeJson): NodeJson[] {
  return (node.content ?? []).flatMap((one) => (one.type === 'table' ? [one] : tablesIn(one)))
}

/** Cells in their columns: those under a merged cell say its words again, those beside it are empty. */
function gridOf(table: NodeJson, limits: GridLimits): Grid {
  const rows = table.content ?? []
  if (rows.length > limits.rows) throw new Refusal('table-long', { rows: limits.rows })
  const grid: (GridCell | undefined)[][] = rows.map(() => [])
  rows.forEach((row, at) => {
    let column = 0
    for (const cell of row.content ?? []) {
      while (grid[at]?.[column]) column += 1
      const [right, down] = [Number(cell.attrs?.colspan ?? 1), Number(cell.attrs?.rowspan ?? 1)]
      const text = textOf(cell)
      for (let below = at; below < Math.min(at + down, grid.length); below += 1)
        for (let beside = column; beside < Math.min(column + right, limits.columns); beside += 1) {
          const line = grid[below]
          if (line) line[beside] = { text: beside === column ? text : '', above: below > at }
        }
      column += right
    }
  })
  return grid.map((row) => Array.from(row, (cell) => cell ?? { text: '', above: false }))
}

/** Paragraphs on lines of their own, with the numbers that Word prints before them. */
function textOf(node: NodeJson): string {
  if (node.type === 'text') return String(node.text ?? '')
  if (node.type === 'hardBreak') return '\n'
  const inner = (node.content ?? []).map(textOf)
  const isLine = (node.content ?? []).some(({ type }) => type === 'text' || type === 'hardBreak')
  const number = node.attrs?.number
  const words = inner.join(isLine ? '' : '\n')
  return (typeof number === 'string' && number !== '' ? `${number} ${words}` : words).trim()
}
