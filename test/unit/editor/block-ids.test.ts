/** P9: whatever is done in the editor, every block has an id and no two have the same. */
import {
  joinBackward,
  joinForward,
  lift,
  selectAll,
  setBlockType,
  splitBlock,
  wrapIn,
} from '@tiptap/pm/commands'
import { history, redo, undo } from '@tiptap/pm/history'
import { Fragment, type Node } from '@tiptap/pm/model'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list'
import { type Command, EditorState, Plugin, TextSelection } from '@tiptap/pm/state'
import { tableEditing } from '@tiptap/pm/tables'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isIdentified, repairIds } from '#app/editor/block-ids.ts'
import { backspaceInNote, insertNote, leaveNote, removeNote } from '#app/editor/note-commands.ts'
import { notesIn } from '#app/editor/note-order.ts'
import { notesPlugin } from '#app/editor/notes.ts'
import { setNumber } from '#app/editor/printed-number.ts'
import { draftSchema } from '#app/editor/schema.ts'
import { tableActs, tableCommand } from '#app/editor/table-commands.ts'

const schema = draftSchema()
const type = (name: string) => schema.nodes[name] as NonNullable<(typeof schema.nodes)[string]>
const text = (id: string | null, words: string, number: string | null = null) => ({
  type: 'paragraph',
  attrs: { id, number },
  content: words ? [{ type: 'text', text: words }] : [],
})
const start = schema.nodeFromJSON({
  type: 'doc',
  content: [
    {
      type: 'heading',
      attrs: { id: 'h', level: 1, number: 'I.' },
      content: [{ type: 'text', text: 'Общие положения' }],
    },
    text('a', 'Эксперт обязан заполнить лист.', '1.'),
    text('b', 'Реестр ведёт оператор.', '2.'),
    {
      type: 'bulletList',
      content: ['c', 'd'].map((id) => ({ type: 'listItem', content: [text(id, `пункт ${id}`)] })),
    },
    {
      type: 'table',
      attrs: { id: 't' },
      content: ['r', 's'].map((id) => ({
        type: 'tableRow',
        attrs: { id },
        content: [1, 2].map((n) => ({ type: 'tableCell', content: [text(`${id}${n}`, `ячейка ${n}`)] })),
      })),
    },
    text('z', ''),
  ],
})

/** The plugin as the editor runs it, with history; no view is needed. */
const opened = () =>
  EditorState.create({
    doc: start,
    plugins: [
      history(),
      tableEditing(),
      notesPlugin((number) => number),
      new Plugin({
        appendTransaction: (made, _, state) => (made.some((tr) => tr.docChanged) ? repairIds(state) : null),
      }),
    ],
  })

const put =
  (at: number, words: string): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.insertText(words, at))
    return true
  }
/** Copies a range elsewhere, ids and all, as a paste does; a drag also takes it from where it was. */
const copied =
  (share: number, moves: boolean): Command =>
  (state, dispatch) => {
    const { from, to } = state.selection
    const slice = state.doc.slice(from, to, true)
    const target = Math.floor(share * state.doc.content.size)
    const tr = state.tr
    if (moves) tr.deleteSelection()
    const place = TextSelection.near(tr.doc.resolve(Math.min(tr.mapping.map(target), tr.doc.content.size)))
    dispatch?.(tr.setSelection(place).replaceSelection(slice))
    return true
  }
const shown: Command = (state, dispatch) => {
  const { $to } = state.selection
  const at = $to.depth > 0 ? $to.after() : $to.pos
  const picture = type('figure').create({ file: 'a'.repeat(64), alt: 'Схема' })
  if (state.doc.resolve(at).parent.type.validContent(Fragment.from(picture)))
    dispatch?.(state.tr.insert(at, picture))
  return true
}
const commands: ((share: number) => Command)[] = [
  () => splitBlock,
  () => splitListItem(type('listItem')),
  () => setBlockType(type('heading'), { level: 2 }),
  () => setBlockType(type('paragraph')),
  () => wrapInList(type('bulletList')),
  () => wrapInList(type('orderedList')),
  () => wrapIn(type('blockquote')),
  () => liftListItem(type('listItem')),
  () => sinkListItem(type('listItem')),
  () => lift,
  () => joinBackward,
  () => joinForward,
  () => selectAll,
  () => insertNote,
  () => insertNote,
  () => leaveNote,
  () => removeNote,
  () => backspaceInNote,
  () => shown,
  (share) => copied(share, false),
  (share) => copied(share, true),
  () => (state, dispatch) => {
    dispatch?.(state.tr.deleteSelection())
    return true
  },
  () => undo,
  () => redo,
  (share) => setNumber(share < 0.5 ? '3.2.' : null),
  ...tableActs.map((act) => () => tableCommand(act)),
  (share) => (state, dispatch) =>
    put(TextSelection.near(state.doc.resolve(Math.floor(share * state.doc.content.size))).from, 'слово')(
      state,
      dispatch,
    ),
]

function idsOf(state: EditorState): unknown[] {
  const ids: unknown[] = []
  state.doc.descendants((node) => {
    if (isIdentified(node)) ids.push(node.attrs.id)
  })
  return ids
}

/** Each reference has its note and each note stands behind the text in the order of the references. */
function expectNotesInOrder(doc: Node) {
  const { refs, held } = notesIn(doc)
  const referred = refs.map(({ note }) => note)
  const ids = held.map(({ node }) => String(node.attrs.id))
  expect(new Set(referred).size).toBe(referred.length)
  expect(ids.filter((id) => referred.includes(id))).toEqual(referred)
  expect(doc.children.slice(doc.childCount - held.length).every(({ type }) => type.name === 'footnote')).toBe(
    true,
  )
  expect(held.map(({ node }) => node.attrs.number)).toEqual(held.map((_, at) => String(at + 1)))
}

test('P9: ids are present and unique after any sequence of Enter, toggles, lifts, drags, pastes, undo and redo', () => {
  const step = fc.tuple(
    fc.nat(commands.length - 1),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 0.3, noNaN: true }),
  )
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      let state = opened()
      for (const [which, share, length] of steps) {
        const { size } = state.doc.content
        const from = Math.floor(share * size)
        const selection = TextSelection.between(
          state.doc.resolve(from),
          state.doc.resolve(Math.min(size, from + Math.floor(length * size))),
        )
        state = state.apply(state.tr.setSelection(selection))
        commands[which]?.(share)(state, (transaction) => {
          state = state.apply(transaction)
        })
        const ids = idsOf(state)
        expect(ids.every((id) => typeof id === 'string' && id !== '')).toBe(true)
        expect(new Set(ids).size).toBe(ids.length)
        state.doc.check()
        expectNotesInOrder(state.doc)
      }
    }),
    { numRuns: 100 },
  )
})

test.each([
  ['at its beginning', 0, ['a']],
  ['in its middle', 7, ['a']],
])('Enter in a paragraph %s leaves its id with its words', (_, offset) => {
  let state = opened()
  let at = 0
  state.doc.descendants((node, place) => {
    if (node.attrs.id === 'a') at = place + 1
  })
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at + offset)))
  splitBlock(state, (transaction) => {
    state = state.apply(transaction)
  })
  const holders: string[] = []
  state.doc.descendants((node) => {
    if (node.attrs.id === 'a') holders.push(node.textContent)
  })
  expect(holders).toEqual([
    'Эксперт обязан заполнить лист.'.slice(0, offset) || 'Эксперт обязан заполнить лист.',
  ])
})

test('undoing a split gives the block its id back', () => {
  let state = opened()
  const apply = (command: Command) =>
    command(state, (transaction) => {
      state = state.apply(transaction)
    })
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 25)))
  const before = idsOf(state)
  apply(splitBlock)
  expect(idsOf(state)).toHaveLength(before.length + 1)
  apply(undo)
  expect(idsOf(state)).toEqual(before)
})
