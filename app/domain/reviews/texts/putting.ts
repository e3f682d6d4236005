/**
 * Putting words into a document: single runs of words are replaced inside a textblock, everything else stays as it is,
 * with its formatting and its ids. New words look like those they replace, or like those before them. Pure.
 */
import type { DocJson, NodeJson } from '#app/editor/check.ts'

/** Words of a unit from one offset to another, and what stands there instead. */
export interface Hunk {
  from: number
  to: number
  words: string
}
type Marks = NonNullable<NodeJson['marks']>
/** One letter, or a hard break. */
type Letter = { node: NodeJson; letter: string }

/** The document with the hunks of its units put in; null when the only reference to a footnote would be lost. */
export function putWords(doc: DocJson, hunksOf: ReadonlyMap<string, readonly Hunk[]>): DocJson | null {
  let lost = false
  const visit = (node: NodeJson): NodeJson | null => {
    const hunks = hunksOf.get(String(node.attrs?.id ?? ''))
    if (hunks && hunks.length > 0) {
      const content = replaced(node.content ?? [], hunks)
      if (content === null) lost = true
      else if (content.every(isBlank)) return removable(node) ? null : { ...node, content: [] }
      return { ...node, content: content ?? [] }
    }
    if (!node.content) return node
    const content = node.content.map(visit)
    if (content.every((child, at) => child === node.content?.[at])) return node
    return emptied(node, content)
  }
  const result = visit(doc as NodeJson) ?? { ...doc, content: [] }
  return lost ? null : (result as DocJson)
}

const isBlank = (node: NodeJson) => node.type === 'text' && (node.text ?? '').trim() === ''
const removable = ({ type }: NodeJson) => type === 'paragraph' || type === 'heading'

/** A unit without words goes, and what held nothing else goes with it; a cell keeps an empty paragraph. */
function emptied(node: NodeJson, content: (NodeJson | null)[]): NodeJson | null {
  const rest = content.flatMap((child) => child ?? [])
  const cell = node.type === 'tableCell' || node.type === 'tableHeader'
  if (rest.length === 0 && cell) return { ...node, content: withoutWords(node) }
  if (rest.length === 0 && node.type !== 'doc') return null
  // an item begins with a paragraph, even when its words are gone and a list below it stays
  if (node.type === 'listItem' && rest[0]?.type !== 'paragraph')
    return { ...node, content: [...withoutWords(node).slice(0, 1), ...rest] }
  return { ...node, content: rest }
}

function withoutWords({ content = [] }: NodeJson): NodeJson[] {
  return content
    .filter(({ type }) => type === 'paragraph')
    .map(({ content: _words, ...paragraph }) => paragraph)
}

function replaced(nodes: NodeJson[], hunks: readonly Hunk[]): NodeJson[] | null {
  const letters = nodes.flatMap(lettersOf)
  const ordered = [...hunks].sort((a, b) => b.from - a.from || b.to - a.to)
  for (const { from, to, words } of ordered) {
    const gone = letters.slice(from, to)
    const fresh = lettersOf({ type: 'text', text: words }).map((one) =>
      dressed(one, marksFor(letters, from, to)),
    )
    letters.splice(from, to - from, ...fresh)
    if (!carryNotes(gone, letters, fresh)) return null
  }
  return joined(letters)
}

function lettersOf(node: NodeJson): Letter[] {
  if (node.type !== 'text') return [{ node, letter: '\n' }]
  return Array.from({ length: node.text?.length ?? 0 }, (_, at) => {
    const letter = node.text?.[at] ?? ''
    return letter === '\n' ? { node: { type: 'hardBreak' }, letter } : { node, letter }
  })
}

function dressed({ node, letter }: Letter, marks: Marks): Letter {
  return { node: marks.length > 0 ? { ...node, marks } : node, letter }
}

/** Look of new words: of the first letter they replace, else of the letter before them; a link only over words of one. */
function marksFor(letters: readonly Letter[], from: number, to: number): Marks {
  const gone = letters.slice(from, to)
  const model = gone[0] ?? letters[from - 1] ?? letters[from]
  const everywhere = (mark: Marks[number]) =>
    gone.length > 0 && gone.every(({ node }) => node.marks?.some((other) => same(mark, other)))
  return (model?.node.marks ?? []).filter((mark) => {
    if (mark.type === 'noteRef') return false
    return mark.type !== 'link' || everywhere(mark)
  })
}

/** References to footnotes that stood on lost letters alone pass to the last of the new ones; false when there is none. */
function carryNotes(gone: readonly Letter[], all: readonly Letter[], fresh: Letter[]): boolean {
  const notes = gone.flatMap(({ node }) => node.marks?.filter(({ type }) => type === 'noteRef') ?? [])
  const stays = (mark: Marks[number]) =>
    all.some(({ node }) => node.marks?.some((other) => same(mark, other)))
  const lost = notes.filter(
    (mark, at) => notes.findIndex((other) => same(mark, other)) === at && !stays(mark),
  )
  const last = fresh.at(-1)
  if (lost.length === 0) return true
  if (last?.node.type !== 'text') return false
  last.node = { ...last.node, marks: [...(last.node.marks ?? []), ...lost] }
  return true
}

function same(a: Marks[number], b: Marks[number]): boolean {
  return a.type === b.type && JSON.stringify(a.attrs ?? {}) === JSON.stringify(b.attrs ?? {})
}

/** Letters of equal look are one text again. */
function joined(letters: readonly Letter[]): NodeJson[] {
  const nodes: NodeJson[] = []
  for (const { node, letter } of letters) {
    const last = nodes.at(-1)
    if (node.type !== 'text') nodes.push(node)
    else if (last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(node.marks ?? []))
      last.text += letter
    else nodes.push({ ...node, text: letter })
  }
  return nodes
}
