/** The printed number of a heading or paragraph: kept as typed, never invented. Pure, for the editor and the gate alike. */
import type { Node } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'

/** The most characters a printed number has. */
export const NUMBER_LENGTH = 40
const printed = /^[\p{L}\p{N}.,:()«»"№§*†‡/ –—-]+$/u

/** Whether these characters may stand as a printed number. */
export function isPrintedNumber(value: unknown): value is string {
  return typeof value === 'string' && value.length <= NUMBER_LENGTH && printed.test(value)
}

/** The heading or paragraph whose number can be set where the selection is; null in a footnote, whose number is counted. */
export function numberableAt({ selection: { $from, $to } }: EditorState): Node | null {
  const { name } = $from.parent.type
  return $from.sameParent($to) && (name === 'heading' || name === 'paragraph') ? $from.parent : null
}

/**
 * Gives the paragraph of the cursor this printed number, null takes it away. A number that stood among the words before
 * leaves them, or it would be printed twice. False where no number can be set or these characters may not be one.
 */
export const setNumber =
  (number: string | null): Command =>
  (state, dispatch) => {
    const node = numberableAt(state)
    if (!node || (number !== null && !isPrintedNumber(number))) return false
    const start = state.selection.$from.start()
    const { tr } = state
    tr.setNodeAttribute(start - 1, 'number', number)
    const typed = number !== null && node.attrs.number !== number ? typedLength(node, number) : 0
    if (typed > 0) tr.delete(start, start + typed)
    dispatch?.(tr.scrollIntoView())
    return true
  }

/** How far this number and the space behind it reach at the beginning of the words; 0 when they begin otherwise. */
function typedLength(node: Node, number: string): number {
  const text = node.textBetween(0, node.content.size, '', '\n')
  const rest = text.startsWith(number) ? text.slice(number.length) : ''
  const words = rest.trimStart()
  return rest !== words && words !== '' ? text.length - words.length : 0
}
