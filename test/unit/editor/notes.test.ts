/** Footnotes in the editor: put in by a command, numbered in order, gone with their letter and back with it. */
import { joinBackward, splitBlock } from '@tiptap/pm/commands'
import { history, undo } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { type Command, EditorState, NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { repairIds } from '#app/editor/block-ids.ts'
import { checkDoc, type DocJson } from '#app/editor/check.ts'
import {
  backspaceInNote,
  deleteBeforeNote,
  insertNote,
  leaveNote,
  removeNote,
} from '#app/editor/note-commands.ts'
import { notesIn } from '#app/editor/note-order.ts'
import { notesPlugin } from '#app/editor/notes.ts'
import { withNotesInOrder } from '#app/editor/ordered.ts'
import { draftSchema } from '#app/editor/schema.ts'

const schema = draftSchema()
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const paragraph = (n: number, text: string) => ({
  type: 'paragraph',
  attrs: { id: id(n) },
  content: [{ type: 'text', text }],
})

class Writer {
  state: EditorState
  constructor(content: unknown[]) {
    this.state = EditorState.create({
      doc: schema.nodeFromJSON({ type: 'doc', content }),
      plugins: [
        history({ newGroupDelay: 0 }),
        notesPlugin((number) => `Сноска ${number}`),
        new Plugin({ appendTransaction: (_made, _old, state) => repairIds(state) }),
      ],
    })
  }
  do(command: Command): boolean {
    return command(this.state, (tr) => {
      this.state = this.state.apply(tr)
    })
  }
  /** The cursor behind the words; with `whole` they are selected. */
  at(words: string, whole = false): this {
    let found = -1
    this.state.doc.descendants((node, at) => {
      if (node.isTextblock && found < 0 && node.textContent.includes(words))
        found = at + 1 + node.textContent.indexOf(words)
    })
    const end = found + words.length
    const selection = TextSelection.create(this.state.doc, whole ? found : end, end)
    this.state = this.state.apply(this.state.tr.setSelection(selection))
    return this
  }
  type(text: string): this {
    this.state = this.state.apply(this.state.tr.insertText(text))
    return this
  }
  note(after: string, text: string): this {
    this.at(after).do(insertNote)
    return this.type(text)
  }
  /** Each reference with the number and the words of its note. */
  get seen(): string[] {
    const { refs, held } = notesIn(this.state.doc)
    return refs.map(({ note, from, to }) => {
      const node = held.find((one) => one.node.attrs.id === note)?.node
      return `${this.state.doc.textBetween(from, to)}${node?.attrs.number} ${node?.textContent}`
    })
  }
  get tail(): string[] {
    return this.state.doc.children
      .filter(isNote)
      .map(({ attrs, textContent }) => `${attrs.number} ${textContent}`)
  }
}
const isNote = (node: Node) => node.type.name === 'footnote'
const writer = () =>
  new Writer([paragraph(1, 'Эксперт подписывает лист.'), paragraph(2, 'Оператор ведёт реестр.')])

test('a note goes in after the letter before the cursor, in the order of the text, with its number', () => {
  const one = writer().note('реестр', 'Второй').note('лист', 'Первый')
  expect(one.seen).toEqual(['т1 Первый', 'р2 Второй'])
  expect(one.tail).toEqual(['1 Первый', '2 Второй'])
  expect(checkDoc(one.state.doc.toJSON(), { characters: 1000 }).fault).toBeUndefined()
  // on the same letter the command goes to the note that stands there
  expect(one.at('лист').do(insertNote)).toBe(true)
  expect([one.tail.length, one.state.selection.$from.parent.textContent]).toEqual([2, 'Первый'])
  // from the note back to its letter
  expect(one.do(leaveNote)).toBe(true)
  expect(one.state.selection.$from.parent.textContent).toBe('Эксперт подписывает лист.')
  expect(one.state.selection.$from.parentOffset).toBe('Эксперт подписывает лист'.length)
})

test('no note goes before the first letter, after a picture, or into a note', () => {
  const one = writer().note('лист', 'Первый')
  expect(one.do(insertNote)).toBe(false)
  one.state = one.state.apply(one.state.tr.setSelection(TextSelection.create(one.state.doc, 1)))
  expect(one.do(insertNote)).toBe(false)
  const figure = { type: 'figure', attrs: { id: id(7), file: 'a'.repeat(64), alt: 'Схема' } }
  const two = new Writer([figure, paragraph(1, 'Слово')])
  two.state = two.state.apply(two.state.tr.setSelection(NodeSelection.create(two.state.doc, 0)))
  expect(two.do(insertNote)).toBe(false)
})

test('a note leaves with its letter, comes back with it, and is copied with it', () => {
  const one = writer().note('лист', 'Первый').note('реестр', 'Второй')
  one.at('подписывает лист', true)
  const cut = one.state.selection.content()
  one.do((state, dispatch) => {
    dispatch?.(state.tr.deleteSelection())
    return true
  })
  expect(one.seen).toEqual(['р1 Второй'])
  expect(one.tail).toEqual(['1 Второй'])
  const paste: Command = (state, dispatch) => {
    dispatch?.(state.tr.replaceSelection(cut))
    return true
  }
  one.at('реестр.').do(paste)
  expect(one.seen).toEqual(['р1 Второй', 'т2 Первый'])
  one.at('Оператор').do(paste)
  expect(one.seen).toEqual(['т1 Первый', 'р2 Второй', 'т3 Первый'])
  expect(new Set(notesIn(one.state.doc).refs.map(({ note }) => note)).size).toBe(3)
  for (let n = 0; n < 3; n += 1) one.do(undo)
  expect(one.seen).toEqual(['т1 Первый', 'р2 Второй'])
})

test('a removed note takes its reference along; an empty one goes by Backspace, a full one keeps its borders', () => {
  const one = writer().note('лист', 'Первый').note('реестр', '')
  expect(one.do(backspaceInNote)).toBe(true)
  expect(one.seen).toEqual(['т1 Первый'])
  expect(one.state.selection.$from.parent.textContent).toBe('Оператор ведёт реестр.')
  one.at('лист').do(insertNote)
  one.state = one.state.apply(
    one.state.tr.setSelection(TextSelection.create(one.state.doc, one.state.selection.$from.start())),
  )
  expect(one.do(backspaceInNote)).toBe(true)
  expect(one.tail).toEqual(['1 Первый'])
  one.do(removeNote)
  expect([one.seen, one.tail]).toEqual([[], []])
})

test('Delete at the end of the text stops before the notes', () => {
  const one = writer().note('лист', 'Первый').note('реестр', 'Второй')
  expect(one.at('лист.').do(deleteBeforeNote)).toBe(false)
  expect(one.at('реестр.').do(deleteBeforeNote)).toBe(true)
  expect(one.at('Первый').do(deleteBeforeNote)).toBe(true)
  expect(one.at('Второй').do(deleteBeforeNote)).toBe(false)
})

test('words of a split or joined note are never lost, and a reference to nothing is none', () => {
  const one = writer().note('лист', 'Первая половина')
  one.at('Первая').do(splitBlock)
  expect(one.state.doc.textContent).toContain('Первая половина')
  one.at('Первая')
  one.state = one.state.apply(
    one.state.tr.setSelection(TextSelection.create(one.state.doc, one.state.selection.$from.start())),
  )
  one.do(joinBackward)
  expect(one.state.doc.textContent).toContain('Первая')
  for (const { note } of notesIn(one.state.doc).refs)
    expect(notesIn(one.state.doc).held.some(({ node }) => node.attrs.id === note)).toBe(true)
})

test.each([
  ['римские', ['i', 'ii'], 'end', ['i', 'ii', 'iii']],
  ['с пятой', ['5', '6'], 'foot', ['5', '6', '7']],
  ['звёздочки', ['*', '**'], 'foot', ['*', '**', null]],
])('numbers that a file brought go on in its way: %s', (_, labels, kind, expected) => {
  const ref = (n: number) => [{ type: 'noteRef', attrs: { note: id(n) } }]
  const one = new Writer([
    {
      type: 'paragraph',
      attrs: { id: id(1) },
      content: [
        { type: 'text', text: 'а', marks: ref(11) },
        { type: 'text', text: ' ' },
        { type: 'text', text: 'б', marks: ref(12) },
        { type: 'text', text: ' в' },
      ],
    },
    ...labels.map((number, at) => ({
      type: 'footnote',
      attrs: { id: id(11 + at), kind, number },
      content: [{ type: 'text', text: `слова ${number}` }],
    })),
  ])
  if (kind === 'foot') one.note(' в', 'новая')
  else {
    one.at('а', true)
    const copy = one.state.selection.content()
    one.at(' в').do((state, dispatch) => {
      dispatch?.(state.tr.replaceSelection(copy))
      return true
    })
  }
  expect(notesIn(one.state.doc).held.map(({ node }) => node.attrs.number)).toEqual(expected)
})

test('Markdown puts moved footnotes in order and keeps one that nothing refers to', () => {
  const before = writer().note('лист', 'Первый').note('реестр', 'Второй').state.doc.toJSON() as DocJson
  const [first, second, one, two] = before.content
  const turned = { type: 'doc', content: [second, one, two, first] } as DocJson
  expect(withNotesInOrder(turned, before).content.map(({ attrs }) => attrs?.number ?? null)).toEqual([
    null,
    null,
    '1',
    '2',
  ])
  const alone = { type: 'doc', content: [second, one, two] } as DocJson
  const kept = withNotesInOrder(alone, before).content.filter(({ type }) => type === 'footnote')
  expect(kept.map(({ content }) => content?.[0]?.text)).toEqual(['Второй', 'Первый'])
})
