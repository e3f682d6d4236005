/** Footnotes in the editor: kept in order after every change, their numbers shown, their keys. */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import {
  type Command,
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { backspaceInNote, deleteBeforeNote, insertNote, leaveNote } from './note-commands.ts'
import { arrangeNotes, type Gone, notesIn } from './note-order.ts'

export interface NotesOptions {
  /** how a screen reader names a footnote */
  label: (number: string) => string
}

const shownNotes = new PluginKey<DecorationSet>('notes')

export const Notes = Extension.create<NotesOptions>({
  name: 'notes',
  // before the ids: a copied note is put right as a note first
  priority: 200,

  addOptions: () => ({ label: (number) => number }),

  addProseMirrorPlugins() {
    return [notesPlugin(this.options.label)]
  },

  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch)
    return {
      'Mod-Alt-f': run(insertNote),
      Enter: run(leaveNote),
      Escape: run(leaveNote),
      Backspace: run(backspaceInNote),
      Delete: run(deleteBeforeNote),
    }
  },
})

/** The plugin that keeps notes in order and draws their numbers. */
export function notesPlugin(label: NotesOptions['label']): Plugin {
  const gone: Gone = new Map()
  return new Plugin<DecorationSet>({
    key: shownNotes,
    appendTransaction: (made, old, state) => {
      if (!made.some(({ docChanged }) => docChanged)) return null
      const { tr } = state
      return arrangeNotes(tr, old.doc, gone) ? followed(tr, state) : null
    },
    state: {
      init: (_, { doc }) => numbersOf(doc, label),
      apply: (tr, shown) => (tr.docChanged ? numbersOf(tr.doc, label) : shown),
    },
    props: { decorations: (state) => shownNotes.getState(state) },
  })
}

/** The cursor stays in the footnote that it was in, wherever that went. */
function followed(tr: Transaction, { selection: { $head } }: EditorState): Transaction {
  const note = $head.parent.type.name === 'footnote' ? $head.parent.attrs.id : null
  const held = note && notesIn(tr.doc).held.find(({ node }) => node.attrs.id === note)
  if (!held) return tr
  const at = Math.min(held.at + 1 + $head.parentOffset, held.at + held.node.nodeSize - 1)
  return tr.setSelection(TextSelection.create(tr.doc, at))
}

function numbersOf(doc: Node, label: NotesOptions['label']): DecorationSet {
  const { refs, held } = notesIn(doc)
  if (held.length === 0) return DecorationSet.empty
  const numbers = new Map(held.map(({ node }) => [String(node.attrs.id), String(node.attrs.number ?? '*')]))
  const shown = (note: string) => numbers.get(note) ?? '*'
  return DecorationSet.create(doc, [
    ...refs.map(({ note, from, to }) =>
      Decoration.inline(from, to, { 'data-note-number': shown(note), title: label(shown(note)) }),
    ),
    ...held.map(({ node, at }) =>
      Decoration.node(at, at + node.nodeSize, {
        role: 'note',
        'aria-label': label(shown(String(node.attrs.id))),
        ...(refs.some(({ note }) => note === node.attrs.id) ? {} : { 'data-alone': '' }),
      }),
    ),
  ])
}
