/**
 * Workbooks: the cells of an XLSX as words, in the child. Nothing is computed: of a formula the value is read that the
 * program left beside it.
 */
import { Refusal } from './refusal.ts'
import { child, type El, elements, inside, parseXml, textOf } from './xml.ts'
import { Zip, type ZipLimits } from './zip.ts'

/** A cell covers `down` rows and `right` columns from its own; covered cells are empty. */
export interface GridCell {
  text: string
  /** covered by a merged cell that begins above: the words of that one */
  above: boolean
}
export type Grid = GridCell[][]
export interface GridLimits {
  rows: number
  columns: number
}

const workbookType = /spreadsheetml\.(sheet|template)\.main\+xml$/
const macro = /macroEnabled|vbaProject/i

/** The sheets of a workbook in its order. Refusals: import-macros, import-broken, import-bomb, table-long. */
export function gridsOfWorkbook(bytes: Uint8Array, zip: ZipLimits, limits: GridLimits): Grid[] {
  const archive = new Zip(bytes, zip)
  const part = (name: string) => archive.read(name)
  judged(archive)
  const shared = sharedStrings(part('xl/sharedStrings.xml'))
  const names = archive.names.filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/i.test(name))
  const number = (name: string) => Number(/(\d+)\.xml$/i.exec(name)?.[1])
  return names
    .sort((a, b) => number(a) - number(b))
    .map((name) => gridOf(part(name) ?? new Uint8Array(), shared, limits))
}

function judged(archive: Zip): void {
  const types = archive.read('[Content_Types].xml')
  if (!types) throw new Refusal('import-broken')
  const named = elements(parseXml(types)).map(({ attrs }) => attrs.ContentType ?? '')
  if (named.some((type) => macro.test(type))) throw new Refusal('import-macros')
  if (!named.some((type) => workbookType.test(type))) throw new Refusal('import-broken')
}

function sharedStrings(bytes: Uint8Array | undefined): string[] {
  const strings: string[] = []
  const each = (one: El) => {
    strings.push(wordsOf(one))
  }
  if (bytes) parseXml(bytes, { stream: 's:sst', each })
  return strings
}

/** Runs of rich text one after another; readings of a foreign script are not words of the cell. */
function wordsOf(el: El): string {
  return elements(el)
    .map((one) => (one.name === 's:t' ? textOf(one) : one.name === 's:r' ? wordsOf(one) : ''))
    .join('')
}

function gridOf(bytes: Uint8Array, shared: readonly string[], limits: GridLimits): Grid {
  const rows: Grid = []
  const each = (row: El) => {
    if (row.name !== 's:row') return
    const cells = elements(row, 's:c')
    if (cells.length === 0) return
    const at = Number(row.attrs.r ?? rows.length + 1) - 1
    if (!(at >= 0 && at < limits.rows)) throw new Refusal('table-long', { rows: limits.rows })
    while (rows.length <= at) rows.push([])
    for (const [order, cell] of cells.entries()) put(rows[at] ?? [], cell, order, shared, limits)
  }
  const root = parseXml(bytes, { stream: 's:sheetData', each })
  for (const { attrs } of inside(root, 's:mergeCell')) spread(rows, attrs.ref ?? '', limits)
  return rows
}

function put(row: GridCell[], cell: El, order: number, shared: readonly string[], limits: GridLimits): void {
  const column = /^([A-Z]{1,3})/.exec(cell.attrs.r ?? '')?.[1]
  const at = column === undefined ? order : columnOf(column)
  if (at >= limits.columns) return
  while (row.length <= at) row.push({ text: '', above: false })
  row[at] = { text: shownOf(cell, shared), above: false }
}

function shownOf(cell: El, shared: readonly string[]): string {
  const value = textOf(child(cell, 's:v') ?? { name: '', attrs: {}, children: [] })
  switch (cell.attrs.t) {
    case 's':
      return shared[Number(value)] ?? ''
    case 'inlineStr': {
      const words = child(cell, 's:is')
      return words ? wordsOf(words) : ''
    }
    case 'e':
      return ''
    case 'b':
      return value === '1' ? '1' : '0'
    default:
      return value
  }
}

/** A merged cell says its words again in each row below, where they are marked. */
function spread(rows: Grid, ref: string, { rows: most, columns }: GridLimits): void {
  const edges = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref)
  if (!edges) return
  const column = columnOf(edges[1] ?? '')
  const [top, bottom] = [Number(edges[2]) - 1, Math.min(Number(edges[4]) - 1, most - 1, rows.length - 1)]
  const text = rows[top]?.[column]?.text ?? ''
  if (column >= columns || text === '') return
  for (let at = top + 1; at <= bottom; at += 1) {
    const row = rows[at]
    if (!row) continue
    while (row.length <= column) row.push({ text: '', above: false })
    row[column] = { text, above: true }
  }
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
