/**
 * Holding places: what Markdown has no words for — pictures, tables with merged or full cells, footnotes — stands in it
 * as a sign in double brackets, and comes back from the version before when the text is saved. A sign that its author
 * deleted is deleted; one that he moved is moved; nothing is lost in silence. Pure.
 */
import type { DocJson, NodeJson } from '#app/editor/check.ts'

const sign = (word: string, number: number) => `⟦${word} ${number}⟧`
const whole = /^⟦(?:рисунок|таблица) \d+⟧$/u
const noted = /^(⟦сноска \d+⟧):\s*/u
const reference = /⟦сноска \d+⟧/gu

interface Held {
  /** pictures and tables by their signs */
  nodes: Map<string, NodeJson>
  /** footnotes by their signs, and the signs by their ids */
  notes: Map<string, NodeJson>
  signs: Map<string, string>
}

/** The document with signs in the place of what Markdown cannot say. */
export function withSigns(doc: DocJson): DocJson {
  const held = heldIn(doc)
  const visit = (node: NodeJson): NodeJson[] => {
    const known = node.type === 'footnote' ? held.signs.get(String(node.attrs?.id ?? '')) : signOf(node, held)
    if (known && node.type !== 'footnote')
      return [{ type: 'paragraph', content: [{ type: 'text', text: known }] }]
    const content = node.content?.flatMap(visit)
    if (known)
      return [{ type: 'paragraph', content: [{ type: 'text', text: `${known}: ` }, ...(content ?? [])] }]
    if (node.text !== undefined) return referring(node, held)
    return [content ? { ...node, content } : node]
  }
  return { ...doc, content: doc.content.flatMap(visit) }
}

/** The document with what its signs stand for in `before`; signs that mean nothing there stay words. */
export function withoutSigns(doc: DocJson, before: DocJson): DocJson {
  const held = heldIn(before)
  const visit = (node: NodeJson): NodeJson => {
    if (node.type !== 'paragraph') return node.content ? { ...node, content: node.content.map(visit) } : node
    const text = (node.content ?? []).map((one) => one.text ?? '').join('')
    const kept = whole.test(text.trim()) ? held.nodes.get(text.trim()) : undefined
    if (kept) return kept
    const content: NodeJson[] = []
    for (const one of node.content ?? []) restore(one, held, content)
    const note = held.notes.get(noted.exec(text)?.[1] ?? '')
    if (!note) return { ...node, content }
    const [first, ...rest] = node.content ?? []
    const words = { ...first, type: 'text', text: (first?.text ?? '').replace(noted, '') }
    return { ...note, content: words.text === '' ? rest : [words, ...rest] }
  }
  return { ...doc, content: doc.content.map(visit) }
}

function heldIn(doc: DocJson): Held {
  const held: Held = { nodes: new Map(), notes: new Map(), signs: new Map() }
  let [pictures, tables] = [0, 0]
  const visit = (node: NodeJson) => {
    if (node.type === 'figure') held.nodes.set(sign('рисунок', ++pictures), node)
    else if (node.type === 'table' && !isPlain(node)) held.nodes.set(sign('таблица', ++tables), node)
    else if (node.type === 'footnote') {
      const own = sign('сноска', held.notes.size + 1)
      held.notes.set(own, node)
      held.signs.set(String(node.attrs?.id ?? ''), own)
    } else for (const child of node.content ?? []) visit(child)
  }
  for (const node of doc.content) visit(node)
  return held
}

/** Whether a table of Markdown can be this one: a word or a line a cell, nothing merged. */
function isPlain(table: NodeJson): boolean {
  return (table.content ?? []).every((row) =>
    (row.content ?? []).every(({ attrs, content = [] }) => {
      const merged = Number(attrs?.colspan ?? 1) > 1 || Number(attrs?.rowspan ?? 1) > 1
      const [only] = content
      const plain =
        only?.type === 'paragraph' && !only.content?.some((one) => one.type === 'hardBreak' || hasNote(one))
      return !merged && content.length === 1 && plain
    }),
  )
}

const hasNote = ({ marks }: NodeJson) => marks?.some(({ type }) => type === 'noteRef') ?? false

function signOf(node: NodeJson, held: Held): string | undefined {
  if (node.type !== 'figure' && node.type !== 'table') return undefined
  return [...held.nodes].find(([, one]) => one === node)?.[0]
}

/** Words, and behind them the signs of the notes that stand after them: a sign looks like nothing but itself. */
function referring(node: NodeJson, held: Held): NodeJson[] {
  const notes = (node.marks ?? []).flatMap(({ type, attrs }) =>
    type === 'noteRef' ? (held.signs.get(String(attrs?.note ?? '')) ?? []) : [],
  )
  const marks = node.marks?.filter(({ type }) => type !== 'noteRef') ?? []
  const { marks: _all, ...rest } = node
  const words = { ...rest, ...(marks.length > 0 ? { marks } : {}) }
  return notes.length > 0 ? [words, { type: 'text', text: notes.join('') }] : [words]
}

/** Adds the words before each sign to `found`, the last letter with the mark of the note. */
function restore(node: NodeJson, held: Held, found: NodeJson[]): void {
  const text = node.text ?? ''
  let from = 0
  for (const match of text.matchAll(reference)) {
    const note = held.notes.get(match[0])?.attrs?.id
    if (typeof note !== 'string') continue
    const before = text.slice(from, match.index)
    from = match.index + match[0].length
    // a second note after the same letter, or a sign that begins a piece of words
    const piece = before === '' ? found.pop() : { ...node, text: before }
    const words = piece?.text ?? ''
    const cut = words.length - ([...words].at(-1)?.length ?? 0)
    if (piece && cut > 0) found.push({ ...piece, text: words.slice(0, cut) })
    const last = piece && (piece.text === undefined ? piece : { ...piece, text: words.slice(cut) })
    if (last) found.push({ ...last, marks: [...(last.marks ?? []), { type: 'noteRef', attrs: { note } }] })
  }
  if (node.text === undefined || text.slice(from) !== '')
    found.push(node.text === undefined ? node : { ...node, text: text.slice(from) })
}
