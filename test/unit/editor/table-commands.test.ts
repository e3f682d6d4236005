/** Tables: what the buttons do, and what they leave alone. */
import { history, redo, undo } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { type Command, EditorState, Plugin, TextSelection } from '@tiptap/pm/state'
import { CellSelection, tableEditing } from '@tiptap/pm/tables'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isIdentified, repairIds } from '#app/editor/block-ids.ts'
import { draftSchema } from '#app/editor/schema.ts'
import { hasHeaderRow, isInCell, type TableAct, tableActs, tableCommand } from '#app/editor/table-commands.ts'

const schema = draftSchema()
const cell = (words: string, header = false) => ({
  type: header ? 'tableHeader' : 'tableCell',
  content: [{ type: 'paragraph', attrs: { id: words }, content: [{ type: 'text', text: words }] }],
})

function opened(rows: string[][], headers = 0) {
  const content = rows.map((row, at) => ({
    type: 'tableRow',
    attrs: { id: `r${at}` },
    content: row.map((words) => cell(words, at < headers)),
  }))
  const doc = schema.nodeFromJSON({
    type: 'doc',
    content: [
      { type: 'paragraph', attrs: { id: 'before' }, content: [{ type: 'text', text: 'до' }] },
      { type: 'table', attrs: { id: 't' }, content },
      { type: 'paragraph', attrs: { id: 'after' }, content: [{ type: 'text', text: 'после' }] },
    ],
  })
  const ids = new Plugin({
    appendTransaction: (made, _, state) => (made.some((tr) => tr.docChanged) ? repairIds(state) : null),
  })
  return EditorState.create({ doc, plugins: [history(), tableEditing(), ids] })
}
const grid = () =>
  opened([
    ['а', 'б'],
    ['в', 'г'],
  ])

function placeOf(doc: Node, id: string): number {
  let found = -1
  doc.descendants((node, at) => {
    if (node.attrs.id === id) found = at
  })
  return found
}

const at = (state: EditorState, id: string) =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, placeOf(state.doc, id) + 1)))

const across = (state: EditorState, from: string, to: string) =>
  state.apply(
    state.tr.setSelection(
      CellSelection.create(state.doc, placeOf(state.doc, from) - 1, placeOf(state.doc, to) - 1),
    ),
  )

function done(state: EditorState, act: TableAct): EditorState {
  let next = state
  tableCommand(act)(state, (tr) => {
    next = state.apply(tr)
  })
  next.doc.check()
  return next
}

const can = (state: EditorState) => tableActs.filter((act) => tableCommand(act)(state))

/** The table as words: cells by «|», with their spans. */
function shown({ doc }: EditorState): string[] {
  return doc
    .child(1)
    .children.map((row) =>
      row.children
        .map(({ textContent, attrs: { colspan, rowspan }, type }) =>
          [
            textContent || '·',
            colspan > 1 && `→${colspan}`,
            rowspan > 1 && `↓${rowspan}`,
            type.name === 'tableHeader' && '!',
          ]
            .filter(Boolean)
            .join(''),
        )
        .join('|'),
    )
}

test.each<[TableAct, string[]]>([
  ['rowBefore', ['·|·', 'а|б', 'в|г']],
  ['rowAfter', ['а|б', '·|·', 'в|г']],
  ['rowRemove', ['в|г']],
  ['columnBefore', ['·|а|б', '·|в|г']],
  ['columnAfter', ['а|·|б', 'в|·|г']],
  ['columnRemove', ['б', 'г']],
  ['merge', ['аб→2', 'в|г']],
  ['headerRow', ['а!|б!', 'в|г']],
])('%s from the first cell', (act, expected) => {
  const state = done(at(grid(), 'а'), act)
  expect(shown(state)).toEqual(expected)
  expect(isInCell(state)).toBe(true)
})

test.each(tableActs)('%s leaves the ids of what it does not touch', (act) => {
  const before = grid()
  const after = done(at(before, 'а'), act)
  const touched: Partial<Record<TableAct, string[]>> = {
    rowRemove: ['r0', 'а', 'б'],
    columnRemove: ['а', 'в'],
    remove: ['t', 'r0', 'r1', 'а', 'б', 'в', 'г'],
  }
  const gone = touched[act] ?? []
  for (const id of ['before', 'after', 't', 'r0', 'r1', 'а', 'б', 'в', 'г']) {
    const place = placeOf(after.doc, id)
    expect([id, place >= 0]).toEqual([id, !gone.includes(id)])
    if (place >= 0 && id.length === 1 && id !== 't')
      expect(after.doc.nodeAt(place)?.textContent).toContain(id)
  }
})

test('selected cells become one with all their paragraphs, and split into cells again', () => {
  const merged = done(across(grid(), 'а', 'г'), 'merge')
  expect(shown(merged)).toEqual(['абвг→2↓2', ''])
  const split = done(at(merged, 'а'), 'split')
  expect(shown(split)).toEqual(['абвг|·', '·|·'])
})

test('a cell at the right edge has nothing to merge with, and one cell alone nothing to split', () => {
  expect(can(at(grid(), 'б'))).not.toContain('merge')
  expect(can(at(grid(), 'а'))).not.toContain('split')
})

test('the last row and the last column go only with the table', () => {
  const one = at(opened([['а']]), 'а')
  expect(can(one)).toEqual(['rowBefore', 'rowAfter', 'columnBefore', 'columnAfter', 'headerRow', 'remove'])
  expect(done(one, 'remove').doc.childCount).toBe(2)
})

test('outside a table nothing can be done to one', () => {
  expect(can(at(grid(), 'before'))).toEqual([])
  expect(hasHeaderRow(at(grid(), 'before'))).toBe(false)
})

test.each([
  ['of one column', [['а'], ['б']]],
  ['of one row', [['а', 'б']]],
  [
    'of several',
    [
      ['а', 'б'],
      ['в', 'г'],
    ],
  ],
])('the header row of a table %s is switched on and off', (_, rows) => {
  const plain = at(opened(rows), 'а')
  const on = done(plain, 'headerRow')
  expect(hasHeaderRow(on)).toBe(true)
  const off = done(on, 'headerRow')
  expect(shown(off)).toEqual(shown(plain))
})

test('a header column stays when the header row goes', () => {
  let state = opened(
    [
      ['а', 'б'],
      ['в', 'г'],
    ],
    2,
  )
  state = state.apply(
    state.tr.setNodeMarkup(placeOf(state.doc, 'г') - 1, schema.nodes.tableCell, {
      colspan: 1,
      rowspan: 1,
      colwidth: null,
    }),
  )
  const off = done(at(state, 'б'), 'headerRow')
  expect(shown(off)).toEqual(['а!|б', 'в!|г'])
  expect(shown(done(off, 'headerRow'))).toEqual(['а!|б!', 'в!|г'])
})

/** The cells of the table, by their paragraphs. */
function cellsOf({ doc }: EditorState): number[] {
  const cells: number[] = []
  doc.descendants((node, at) => {
    if (node.type.name === 'tableCell' || node.type.name === 'tableHeader') cells.push(at)
  })
  return cells
}

test('P9: after any sequence of acts in a table ids are unique, and each keeps its words', () => {
  const part = fc.double({ min: 0, max: 0.999, noNaN: true })
  const steps: (TableAct | 'undo' | 'redo')[] = [
    ...tableActs.filter((act) => act !== 'remove'),
    'undo',
    'redo',
  ]
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...steps), part, part), { minLength: 1, maxLength: 20 }),
      (sequence) => {
        let state = grid()
        for (const [step, from, to] of sequence) {
          const cells = cellsOf(state)
          const [anchor, head] = [from, to].map((share) => cells[Math.floor(share * cells.length)] ?? 0)
          const selection = CellSelection.create(state.doc, anchor ?? 0, head)
          state = state.apply(state.tr.setSelection(selection))
          const command: Command = step === 'undo' ? undo : step === 'redo' ? redo : tableCommand(step)
          command(state, (tr) => {
            state = state.apply(tr)
          })
          state.doc.check()
          expectOwnWords(state.doc)
        }
      },
    ),
    { numRuns: 100 },
  )
})

function expectOwnWords(doc: Node) {
  const seen = new Set<unknown>()
  doc.descendants((node) => {
    if (!isIdentified(node)) return
    const { id } = node.attrs
    expect(typeof id === 'string' && id !== '' && !seen.has(id)).toBe(true)
    seen.add(id)
    if (['а', 'б', 'в', 'г'].includes(id)) expect(node.textContent).toBe(id)
    else if (node.type.name === 'paragraph' && node.textContent.length === 1)
      expect.fail('words under another id')
  })
  expect([...seen]).toEqual(expect.arrayContaining(['before', 't', 'after']))
}
