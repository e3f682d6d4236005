/** Tables: a grid of cells, merged ones with the columns and rows that they take. */
import type { NodeJson } from '#app/editor/check.ts'
import type { Context } from './context.ts'
import { loss } from './pieces.ts'
import { child, type El, elements, inside, textOf, toggle, val, whole } from './xml.ts'

interface Cell {
  from: number
  span: number
  /** goes on the cell above */
  goesOn: boolean
  el: El | null
}

interface Row {
  cells: Cell[]
  header: boolean
}

const MAX_COLUMNS = 100

/** `blocks` converts what stands in a cell. */
export function tableOf(el: El, ctx: Context, blocks: (cell: El) => NodeJson[]): NodeJson[] {
  const before = ctx.rebuilt
  const rows = childrenOf(el, 'w:tr').flatMap((row) => rowOf(row, ctx) ?? [])
  // no words of ours can ask for another row or cell
  const asked = ctx.policy === 'suggest' ? ctx.rebuilt - before : 0
  const signs = asked > 0 ? [loss('revision', asked)] : []
  if (rows.length === 0) return signs
  const content = rows.map((row, at) => ({
    type: 'tableRow',
    content: row.cells.flatMap((cell) => cellOf(cell, rows, at, blocks)),
  }))
  return content.some((row) => row.content.length > 0) ? [{ type: 'table', content }, ...signs] : signs
}

function rowOf(el: El, ctx: Context): Row | null {
  const properties = child(el, 'w:trPr')
  const [added, removed] = [child(properties, 'w:ins'), child(properties, 'w:del')]
  if (added) ctx.counts.inserted += 1
  if (removed) ctx.counts.deleted += 1
  if (added || removed) ctx.rebuilt += 1
  if (ctx.accepts ? removed : added) return null
  const cells: Cell[] = []
  let column = whole(val(properties, 'w:gridBefore')) ?? 0
  if (column > 0) cells.push({ from: 0, span: Math.min(column, MAX_COLUMNS), goesOn: false, el: null })
  for (const cell of childrenOf(el, 'w:tc')) {
    const about = child(cell, 'w:tcPr')
    const [put, cut] = [child(about, 'w:cellIns'), child(about, 'w:cellDel')]
    if (put) ctx.counts.inserted += 1
    if (cut) ctx.counts.deleted += 1
    if (put || cut || child(about, 'w:cellMerge')) ctx.rebuilt += 1
    if (ctx.accepts ? cut : put) continue
    const span = Math.min(Math.max(whole(val(about, 'w:gridSpan')) ?? 1, 1), MAX_COLUMNS)
    const merge = child(about, 'w:vMerge')
    const goesOn = merge !== undefined && (merge.attrs['w:val'] ?? 'continue') === 'continue'
    if (column < MAX_COLUMNS) cells.push({ from: column, span, goesOn, el: cell })
    column += span
  }
  return { cells, header: toggle(properties, 'w:tblHeader') ?? false }
}

function cellOf(cell: Cell, rows: readonly Row[], at: number, blocks: (cell: El) => NodeJson[]): NodeJson[] {
  const same = (row: Row | undefined) =>
    row?.cells.find(({ from, span }) => from === cell.from && span === cell.span)
  if (cell.goesOn && startOf(cell, rows, at)) {
    const hidden = cell.el !== null && textOf(cell.el).trim() !== ''
    return hidden ? [loss('hidden')] : []
  }
  let rowspan = 1
  while (at + rowspan < rows.length && same(rows[at + rowspan])?.goesOn && rowspan < MAX_COLUMNS) rowspan += 1
  const content = cell.el === null ? [] : blocks(cell.el)
  return [
    {
      type: rows[at]?.header ? 'tableHeader' : 'tableCell',
      attrs: {
        ...(cell.span > 1 ? { colspan: cell.span } : {}),
        ...(rowspan > 1 ? { rowspan } : {}),
      },
      content: content.length > 0 ? content : [{ type: 'paragraph' }],
    },
  ]
}

/** Whether some cell above really begins what this one goes on; otherwise it stands for itself. */
function startOf(cell: Cell, rows: readonly Row[], at: number): boolean {
  for (let above = at - 1; above >= 0 && at - above < MAX_COLUMNS; above -= 1) {
    const found = rows[above]?.cells.find(({ from, span }) => from === cell.from && span === cell.span)
    if (!found) return false
    if (!found.goesOn) return true
  }
  return false
}

/** Rows of a table, cells of a row, also those in content controls and custom XML. */
function childrenOf(el: El, name: string): El[] {
  return elements(el).flatMap((one) => {
    if (one.name === name) return [one]
    const holder = one.name === 'w:sdt' ? child(one, 'w:sdtContent') : undefined
    if (holder) return childrenOf(holder, name)
    return one.name === 'w:customXml' ? childrenOf(one, name) : []
  })
}

/** The words of a table that stands too deep to stay one: a paragraph a row. */
export function flattened(el: El): NodeJson[] {
  const rows = inside(el, 'w:tr').map((row) =>
    childrenOf(row, 'w:tc')
      .map((cell) => inside(cell, 'w:t').map(textOf).join(' '))
      .filter((text) => text.trim() !== '')
      .join(' · '),
  )
  return [
    loss('nested'),
    ...rows
      .filter((text) => text !== '')
      .map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  ]
}
