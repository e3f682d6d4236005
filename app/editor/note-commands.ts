/** What a writer does with footnotes: puts one in, goes into its words and back, takes it out. */
import type { Node } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state'
import { uuidv7 } from 'uuidv7'
import { arrangeNotes, notesIn } from './note-order.ts'

/**
 * Puts a footnote behind the letter before the cursor and goes into it; where one stands already, only goes. False
 * where there is no letter, or in a footnote.
 */
export const insertNote: Command = (state, dispatch) => {
  const { selection, schema } = state
  const { $to, to } = selection
  const letter = $to.nodeBefore
  const [footnote, noteRef] = [schema.nodes.footnote, schema.marks.noteRef]
  if (!(selection instanceof TextSelection) || noteAt(state) || !letter?.text || !footnote || !noteRef)
    return false
  const own = letter.marks.find(({ type }) => type === noteRef)?.attrs.note
  const known = notesIn(state.doc).refs.find(({ note, to: end }) => note === own && end === to)
  const id = known ? known.note : uuidv7()
  if (!dispatch) return true
  const { tr } = state
  if (!known) {
    const size = [...letter.text].at(-1)?.length ?? 1
    tr.addMark(to - size, to, noteRef.create({ note: id }))
    tr.insert(tr.doc.content.size, footnote.create({ id, kind: 'foot' }))
    arrangeNotes(tr, state.doc, new Map())
  }
  const held = notesIn(tr.doc).held.find(({ node }) => node.attrs.id === id)
  if (held) tr.setSelection(TextSelection.create(tr.doc, held.at + held.node.nodeSize - 1))
  dispatch(tr.setStoredMarks([]).scrollIntoView())
  return true
}

/** From the words of a footnote back behind the letter that it belongs to. */
export const leaveNote: Command = (state, dispatch) => {
  const note = noteAt(state)
  if (!note) return false
  const ref = notesIn(state.doc).refs.find((one) => one.note === note.attrs.id)
  const first = notesIn(state.doc).held[0]?.at ?? 0
  const place = ref
    ? TextSelection.create(state.doc, ref.to)
    : TextSelection.near(state.doc.resolve(first), -1)
  dispatch?.(state.tr.setSelection(place).setStoredMarks([]).scrollIntoView())
  return true
}

/** Takes the footnote out that the cursor is in, with its reference, and goes back to where that stood. */
export const removeNote: Command = (state, dispatch) => {
  const note = noteAt(state)
  if (!note) return false
  const { refs, held } = notesIn(state.doc)
  const own = refs.filter((ref) => ref.note === note.attrs.id)
  const at = held.find(({ node }) => node === note)?.at ?? 0
  if (!dispatch) return true
  const { tr } = state
  for (const { from, to, mark } of own) tr.removeMark(from, to, mark)
  if (tr.doc.childCount > 1) tr.delete(at, at + note.nodeSize)
  const place = own[0]
    ? TextSelection.create(tr.doc, own[0].to)
    : TextSelection.near(tr.doc.resolve(Math.min(at, tr.doc.content.size)), -1)
  dispatch(tr.setSelection(place).setStoredMarks([]).scrollIntoView())
  return true
}

/** Backspace at the beginning of a footnote: an empty one goes, another keeps its borders. */
export const backspaceInNote: Command = (state, dispatch) => {
  const note = noteAt(state)
  if (!note || !state.selection.empty || state.selection.$from.parentOffset > 0) return false
  return note.content.size === 0 ? removeNote(state, dispatch) : true
}

/** Delete at the end of words that a footnote follows: notes do not flow into the text, nor into one another. */
export const deleteBeforeNote: Command = (state) => {
  const { $to, empty } = state.selection
  if (!empty || $to.parentOffset < $to.parent.content.size) return false
  const next = $to.depth > 0 ? state.doc.resolve($to.after(1)).nodeAfter : null
  const inLast = $to.depth > 0 && $to.end(1) - $to.pos <= $to.depth - 1
  return next?.type.name === 'footnote' && inLast
}

/** The footnote that the whole selection is in. */
export function noteAt({ selection: { $from, $to } }: EditorState): Node | null {
  return $from.parent.type.name === 'footnote' && $from.sameParent($to) ? $from.parent : null
}
