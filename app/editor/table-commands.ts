/**
 * What is done inside a table: rows, columns, cells and the header row.
 *
 * Ids need no care here: a new row or paragraph gets its own from the plugin of ids, a cell that moves keeps what it has.
 */
import type { Node } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  CellSelection,
  cellAround,
  deleteColumn,
  deleteRow,
  deleteTable,
  mergeCells,
  nextCell,
  selectedRect,
  splitCell,
} from '@tiptap/pm/tables'

// a cell may not span more, or the gate would refuse the document
const MAX_SPAN = 100

/** Whether the cursor stands in a cell, or cells are selected. */
export function isInCell(state: EditorState): boolean {
  return state.selection instanceof CellSelection || cellAround(state.selection.$head) !== null
}

/** Whether several cells are selected, which are then merged with one another. */
export function hasCells({ selection }: EditorState): boolean {
  return selection instanceof CellSelection && selection.$anchorCell.pos !== selection.$headCell.pos
}

/** Merges the selected cells; without any, the cell of the cursor with the one to its right. */
const merge: Command = (state, dispatch) => {
  const wide = hasCells(state) ? state : withRight(state)
  if (!wide) return false
  const { left, right, top, bottom } = selectedRect(wide)
  if (right - left > MAX_SPAN || bottom - top > MAX_SPAN) return false
  return mergeCells(wide, dispatch)
}

/** The state with the cell of the cursor and its right neighbour selected; null when there is none. */
function withRight(state: EditorState): EditorState | null {
  const { selection } = state
  const $cell = selection instanceof CellSelection ? selection.$anchorCell : cellAround(selection.$head)
  const $next = $cell && nextCell($cell, 'horiz', 1)
  return $cell && $next ? state.apply(state.tr.setSelection(new CellSelection($cell, $next))) : null
}

/** Whether the first row is a header; its first cell says nothing where the column under it is a header, too. */
export function hasHeaderRow(state: EditorState): boolean {
  return isInCell(state) && headerCells(state).every(({ node }) => node.type.name === 'tableHeader')
}

const headerRow: Command = (state, dispatch) => {
  const type = state.schema.nodes[hasHeaderRow(state) ? 'tableCell' : 'tableHeader']
  const { tr } = state
  for (const { node, at } of headerCells(state)) tr.setNodeMarkup(at, type, node.attrs)
  dispatch?.(tr)
  return true
}

/** The cells of the first row whose kind says whether it is a header. */
function headerCells(state: EditorState): { node: Node; at: number }[] {
  const { map, table, tableStart } = selectedRect(state)
  const cellsOf = (rect: { left: number; right: number; top: number; bottom: number }) =>
    map.cellsInRect(rect).flatMap((place) => {
      const node = table.nodeAt(place)
      return node ? [{ node, at: place + tableStart }] : []
    })
  const row = cellsOf({ left: 0, right: map.width, top: 0, bottom: 1 })
  if (map.height < 2 || row.length < 2) return row
  const under = cellsOf({ left: 0, right: 1, top: 1, bottom: map.height }).filter(
    ({ at }) => at !== row[0]?.at,
  )
  const isColumn = under.length > 0 && under.every(({ node }) => node.type.name === 'tableHeader')
  return isColumn ? row.slice(1) : row
}

/** Deletes rows or columns, but not all of them; the cursor stays in the table. */
const some =
  (command: Command, [first, last]: ['top', 'bottom'] | ['left', 'right']): Command =>
  (state, dispatch) => {
    const { tableStart, map, ...rect } = selectedRect(state)
    if (rect[last] - rect[first] === (first === 'top' ? map.height : map.width)) return false
    return command(state, dispatch && ((tr) => dispatch(inTable(tr, tableStart - 1))))
  }

function inTable(tr: Transaction, at: number): Transaction {
  const table = tr.doc.nodeAt(at)
  const { from } = tr.selection
  if (!table || (from > at && from < at + table.nodeSize)) return tr
  return tr.setSelection(TextSelection.near(tr.doc.resolve(at + table.nodeSize - 1), -1))
}

const acts = {
  rowBefore: addRowBefore,
  rowAfter: addRowAfter,
  rowRemove: some(deleteRow, ['top', 'bottom']),
  columnBefore: addColumnBefore,
  columnAfter: addColumnAfter,
  columnRemove: some(deleteColumn, ['left', 'right']),
  merge,
  split: splitCell,
  headerRow,
  remove: deleteTable,
} satisfies Record<string, Command>

export type TableAct = keyof typeof acts

/** The command of a button; false, and nothing happens, where the cursor is in no cell or the cells do not allow it. */
export const tableCommand =
  (act: TableAct): Command =>
  (state, dispatch) =>
    isInCell(state) && acts[act](state, dispatch && ((tr: Transaction) => dispatch(tr.scrollIntoView())))

/** Every act there is, in the order of the buttons. */
export const tableActs = Object.keys(acts) as TableAct[]
