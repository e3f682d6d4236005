/**
 * Tables of a comparison: cells that follow each other are put back into the rows they came from, so that a reader sees
 * a table and not its words in a column. A row that is wholly new, or wholly gone, is a revision of its own. Pure.
 */

import type { BlockInput } from '#app/domain/reviews/texts/blocks.ts'
import type { NodeJson } from '#app/editor/check.ts'
import { tableXml } from './tables.ts'

interface Unit {
  change: string
  block: Pick<BlockInput, 'blockId' | 'parentId' | 'data'>
}
export interface Printing<U> {
  unit: (unit: U) => string
  /** the mark of a row that came or went as a whole */
  row: (revision: 'ins' | 'del') => string
}

/** Units in their order; what stands in cells as tables between the others. */
export function withTables<U extends Unit>(units: readonly U[], print: Printing<U>): string {
  let [xml, cells] = ['', [] as U[]]
  for (const unit of units) {
    if (unit.block.data.column) cells.push(unit)
    else {
      xml += tableOf(cells, print) + print.unit(unit)
      cells = []
    }
  }
  // Word wants a paragraph behind a table that ends the text
  return cells.length > 0 ? `${xml}${tableOf(cells, print)}<w:p/>` : xml
}

function tableOf<U extends Unit>(units: readonly U[], print: Printing<U>): string {
  if (units.length === 0) return ''
  const inside = new Map<NodeJson, U[]>()
  const marks = new Map<NodeJson, string>()
  const content = rowsOf(units).map((row): NodeJson => {
    const columns = [...new Set(row.map(({ block }) => block.data.column ?? 0))].sort((a, b) => a - b)
    const nodes = columns.map((column): NodeJson => {
      const own = row.filter(({ block }) => block.data.column === column)
      const { header, colspan = 1, rowspan = 1 } = own[0]?.block.data ?? {}
      const node = { type: header ? 'tableHeader' : 'tableCell', attrs: { colspan, rowspan } }
      inside.set(node, own)
      return node
    })
    const node = { type: 'tableRow', content: nodes }
    const revision = revisionOf(row)
    if (revision) marks.set(node, print.row(revision))
    return node
  })
  return tableXml(
    { type: 'table', content },
    (cell) => (inside.get(cell) ?? []).map(print.unit).join(''),
    (row) => marks.get(row) ?? '',
  )
}

/** The units row by row; of a cell with several, the others name the first as their parent. */
function rowsOf<U extends Unit>(units: readonly U[]): U[][] {
  const rowOf = new Map<string, string>()
  const rows = new Map<string, U[]>()
  for (const unit of units) {
    const { blockId, parentId } = unit.block
    const row = rowOf.get(parentId ?? '') ?? parentId ?? ''
    rowOf.set(blockId, row)
    rows.set(row, [...(rows.get(row) ?? []), unit])
  }
  return [...rows.values()]
}

function revisionOf(row: readonly Unit[]): 'ins' | 'del' | null {
  if (row.every(({ change }) => change === 'inserted')) return 'ins'
  return row.every(({ change }) => change === 'deleted') ? 'del' : null
}
