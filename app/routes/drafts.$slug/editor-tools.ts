/** What the toolbar of the editor does, button by button. */
import type { Command } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { insertNote, noteAt, removeNote } from '#app/editor/note-commands.ts'
import { numberableAt } from '#app/editor/printed-number.ts'
import type { Messages } from '#content/messages/ru.ts'
import { tableState, tableTools } from './table-tools.ts'

export interface Tool {
  key: string
  label: string
  sign: string
  run: () => void
  on?: boolean
  off?: boolean
  /** the keys that do the same, as a screen reader says them */
  keys?: string
}
/** Buttons that belong together, under a name that is seen. */
export interface ToolSet {
  name: string
  tools: Tool[]
}
/** What a button asks for before it does anything. */
export interface Asking {
  picture: () => void
  number: () => void
}
type Words = Messages['reviewEditor']['toolbar']

/** What the buttons show of the place where the cursor is. */
export function toolState(editor: Editor) {
  const inNote = noteAt(editor.state) !== null
  return {
    heading: [1, 2, 3].find((level) => editor.isActive('heading', { level })) ?? 0,
    on: (['bold', 'italic', 'superscript', 'subscript', ...nodes] as const).filter((name) =>
      editor.isActive(name),
    ),
    undo: editor.can().undo(),
    redo: editor.can().redo(),
    inNote,
    note: inNote || insertNote(editor.state),
    picture: editor.isActive('figure'),
    number: numberState(editor),
    table: tableState(editor),
  }
}
const nodes = ['bulletList', 'orderedList', 'blockquote'] as const

/** The number of the paragraph of the cursor, null when it has none; undefined where none can be set. */
function numberState({ state }: Editor): string | null | undefined {
  const node = numberableAt(state)
  return node ? ((node.attrs.number as string | null) ?? null) : undefined
}
type State = ReturnType<typeof toolState>

/** The buttons in their order. */
export function toolsOf(editor: Editor, state: State, words: Words, asking: Asking): Tool[] {
  return [
    ...blockTools(editor, state, words),
    ...markTools(editor, state, words),
    ...listTools(editor, state, words),
    ...insertTools(editor, state, words, asking),
    { key: 'undo', label: words.undo, sign: '↶', run: () => act(editor).undo().run(), off: !state.undo },
    { key: 'redo', label: words.redo, sign: '↷', run: () => act(editor).redo().run(), off: !state.redo },
  ]
}

/** The buttons of the table that the cursor is in; none outside of one. */
export function setsOf(editor: Editor, { table }: State, words: Messages['reviewEditor']): ToolSet[] {
  return table ? tableTools(table, words, runIn(editor)) : []
}

const runIn = (editor: Editor) => (command: Command) => () => {
  command(editor.state, editor.view.dispatch)
  editor.view.focus()
}

const act = (editor: Editor) => editor.chain().focus()

function blockTools(editor: Editor, { heading, inNote }: State, words: Words): Tool[] {
  const levels = [1, 2, 3] as const
  return [
    ...levels.map((level) => ({
      key: `h${level}`,
      label: words.heading(level),
      sign: `H${level}`,
      run: () => void act(editor).toggleHeading({ level }).run(),
      on: heading === level,
      off: inNote,
    })),
    {
      key: 'p',
      label: words.paragraph,
      sign: '¶',
      run: () => act(editor).setParagraph().run(),
      off: inNote,
    },
  ]
}

function markTools(editor: Editor, { on }: State, words: Words): Tool[] {
  const marks = [
    ['bold', words.signs.bold, 'Control+B'],
    ['italic', words.signs.italic, 'Control+I'],
    ['superscript', 'x²', 'Control+.'],
    ['subscript', 'x₂', 'Control+,'],
  ] as const
  return marks.map(([mark, sign, keys]) => ({
    key: mark,
    label: words[mark],
    sign,
    keys,
    run: () => void act(editor).toggleMark(mark).run(),
    on: on.includes(mark),
  }))
}

function listTools(editor: Editor, { on, inNote }: State, words: Words): Tool[] {
  const lists = [
    ['bulletList', '•', () => act(editor).toggleBulletList().run()],
    ['orderedList', '1.', () => act(editor).toggleOrderedList().run()],
    ['blockquote', words.signs.quote, () => act(editor).toggleBlockquote().run()],
  ] as const
  return lists.map(([node, sign, run]) => ({
    key: node,
    label: node === 'blockquote' ? words.quote : words[node],
    sign,
    run: () => void run(),
    on: on.includes(node),
    off: inNote,
  }))
}

function insertTools(
  editor: Editor,
  { inNote, note, picture: at, number, table }: State,
  words: Words,
  asking: Asking,
): Tool[] {
  const run = runIn(editor)
  return [
    {
      key: 'number',
      label: words.number(number ?? null),
      sign: '№',
      run: asking.number,
      on: typeof number === 'string',
      off: number === undefined,
      keys: 'Control+Alt+P',
    },
    {
      key: 't',
      label: words.table,
      sign: '▦',
      run: () => act(editor).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
      off: inNote || table !== null,
    },
    inNote
      ? { key: 'note', label: words.noteRemove, sign: `${words.signs.note} ×`, run: run(removeNote) }
      : {
          key: 'note',
          label: words.note,
          sign: words.signs.note,
          run: run(insertNote),
          off: !note,
          keys: 'Control+Alt+F',
        },
    {
      key: 'picture',
      label: at ? words.pictureAlt : words.picture,
      sign: words.signs.picture,
      run: asking.picture,
      on: at,
      off: inNote,
    },
  ]
}
