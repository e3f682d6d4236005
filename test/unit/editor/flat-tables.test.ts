/** A table inside a cell: none is made, one that came with a file stays. */
import { history, undo } from '@tiptap/pm/history'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { flatTablesPlugin } from '#app/editor/flat-tables.ts'
import { draftSchema } from '#app/editor/schema.ts'

const schema = draftSchema()
const words = (text: string) => schema.node('paragraph', { id: text }, text === '' ? [] : [schema.text(text)])
const table = (id: string, ...cells: Node[][]) =>
  schema.node('table', { id }, [
    schema.node(
      'tableRow',
      { id: `${id}-row` },
      cells.map((held) => schema.node('tableCell', null, held)),
    ),
  ])
const opened = (...content: Node[]) =>
  EditorState.create({ doc: schema.node('doc', null, content), plugins: [history(), flatTablesPlugin()] })

function put(state: EditorState, after: string, ...blocks: Node[]) {
  let place = 0
  state.doc.descendants((node, at) => {
    if (node.attrs.id === after) place = at + node.nodeSize
  })
  return state.apply(state.tr.replace(place, place, new Slice(Fragment.from(blocks), 0, 0)))
}
/** The document in short: a table is its cells in brackets. */
const told = (node: Node): string => {
  const inner: string[] = []
  node.forEach((child) => {
    inner.push(told(child))
  })
  if (node.isTextblock) return node.textContent
  return node.type.name === 'table' ? `[${inner.join('')}]` : inner.join('|')
}

test('a table put into a cell leaves its words there and no grid', () => {
  const state = put(
    opened(table('t', [words('а')], [words('б')])),
    'а',
    table('n', [words('в')], [words('')]),
  )
  expect(told(state.doc)).toBe('[а|в|б]')
  const empty = put(opened(table('t', [words('а')])), 'а', table('n', [words('')], [words('')]))
  expect(told(empty.doc)).toBe('[а|]')
  state.doc.check()
})

test('also with others around it, one in the other, in a list and beside a table that is none of its business', () => {
  const list = schema.node('bulletList', null, [
    schema.node('listItem', null, [words('д'), table('l', [words('е')])]),
  ])
  const inner = table('n', [words('в'), table('nn', [words('г')])], [list])
  const state = put(opened(table('t', [words('а')])), 'а', words('ж'), inner, words('з'))
  expect(told(state.doc)).toBe('[а|ж|в|г|д|е|з]')
  expect(told(put(state, 't', table('u', [words('к')])).doc)).toBe('[а|ж|в|г|д|е|з]|[к]')
})

test('one that came with a file stays, is typed in, goes and comes back by undo; a copy of it does not stay one', () => {
  let state = opened(table('t', [words('а'), table('n', [words('в')])]))
  state = state.apply(state.tr.insertText('!', 5))
  expect(told(state.doc)).toBe('[а!|[в]]')
  const at = 7
  const nested = state.doc.nodeAt(at)
  expect(nested?.attrs.id).toBe('n')
  state = state.apply(state.tr.delete(at, at + (nested?.nodeSize ?? 0)))
  expect(told(state.doc)).toBe('[а!]')
  undo(state, (tr) => {
    state = state.apply(tr)
  })
  expect(told(state.doc)).toContain('[в]')
  expect(told(put(state, 'n', table('n', [words('в')])).doc)).toMatch(/\|\[в\]\|в\]$/)
})

test('the cursor stays in the cell', () => {
  const state = opened(table('t', [words('а')], [words('б')]))
  const inside = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 4)))
  const after = inside.apply(inside.tr.replaceSelectionWith(table('n', [words('в')])))
  expect(told(after.doc)).toContain('в')
  expect(after.selection.$head.node(3).type.name).toBe('tableCell')
})
