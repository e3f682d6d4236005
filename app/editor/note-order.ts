/**
 * Footnotes in order: each stands behind the text, in the order of the places that refer to it, under the number of that
 * order; each is referred to once, from one letter. What a change of the text left otherwise is put right here.
 */
import type { Mark, Node } from '@tiptap/pm/model'
import type { Transform } from '@tiptap/pm/transform'
import { uuidv7 } from 'uuidv7'
import { roman } from './numerals.ts'

/** A place that refers to a note: the letters under its mark. */
export interface NoteRef {
  note: string
  from: number
  to: number
  mark: Mark
  /** it stands in a footnote, where none may */
  inNote: boolean
}
export interface NoteHeld {
  node: Node
  at: number
}

/** The references and the footnotes of a document in reading order. */
export function notesIn(doc: Node): { refs: NoteRef[]; held: NoteHeld[] } {
  const refs: NoteRef[] = []
  const held: NoteHeld[] = []
  doc.descendants((node, at) => {
    const inNote = node.type.name === 'footnote'
    if (inNote) held.push({ node, at })
    if (!node.isTextblock) return true
    const own: NoteRef[] = []
    node.forEach((child, offset) => {
      for (const mark of child.marks) {
        if (mark.type.name !== 'noteRef') continue
        const [note, from, to] = [String(mark.attrs.note), at + 1 + offset, at + 1 + offset + child.nodeSize]
        const last = own.findLast((ref) => ref.note === note && ref.to === from)
        if (last) last.to = to
        else own.push({ note, from, to, mark, inNote })
      }
    })
    refs.push(...own)
    return false
  })
  return { refs, held }
}

/** Footnotes that left with their letter, by id: with the letter they come back. */
export type Gone = Map<string, Node>

/**
 * Puts references and footnotes of `tr.doc` in order; says whether anything changed. `before` is the document before the
 * change: a note that lost its reference since goes, one that never had any stays; without `gone` all stay.
 */
export function arrangeNotes(tr: Transform, before: Node | null, gone: Gone | null): boolean {
  const steps = tr.steps.length
  const { refs, held } = notesIn(tr.doc)
  if (refs.length === 0 && held.length === 0) return false
  const known = new Map<string, Node>()
  for (const { node } of held) if (!known.has(idOf(node))) known.set(idOf(node), node)
  const referred = singleRefs(tr, refs, (id) => known.get(id) ?? gone?.get(id))
  const old = before ? notesIn(before) : { refs: [], held: [] }
  const left = new Set(old.refs.map(({ note }) => note))
  const alone: Node[] = []
  for (const { node } of held) {
    const id = idOf(node)
    const copy = referred.get(id)
    if (copy ? known.get(id) === node || copy.content.eq(node.content) : false) continue
    if (!copy && gone && left.has(id)) gone.set(id, node)
    else alone.push(node)
  }
  place(tr, held, inKinds([...referred.values()], alone, before ? old.held : held))
  return tr.steps.length > steps
}

/** One letter a reference and one reference a note: a second becomes a note of its own with the same words. */
function singleRefs(tr: Transform, refs: readonly NoteRef[], noteOf: (id: string) => Node | undefined) {
  const found = new Map<string, Node>()
  for (const { note, from, to, mark, inNote } of refs) {
    const node = noteOf(note)
    const text = tr.doc.textBetween(from, to, '', '\n')
    const last = to - ([...text].at(-1)?.length ?? 1)
    if (!node || inNote) tr.removeMark(from, to, mark)
    else {
      if (last > from) tr.removeMark(from, last, mark)
      const second = found.has(note)
      const id = second ? uuidv7() : note
      found.set(id, second ? node.type.create({ ...node.attrs, id, number: null }, node.content) : node)
      if (second) tr.removeMark(last, to, mark).addMark(last, to, mark.type.create({ note: id }))
    }
  }
  return found
}

/** Footnotes, then endnotes; those that nothing refers to stand last in their kind. All with their numbers. */
function inKinds(referred: Node[], alone: Node[], before: readonly NoteHeld[]): Node[] {
  return ['foot', 'end'].flatMap((kind) => {
    const isKind = (node: Node) => (node.attrs.kind === 'end' ? 'end' : 'foot') === kind
    const own = [...referred.filter(isKind), ...alone.filter(isKind)]
    const labels = before.filter(({ node }) => isKind(node)).map(({ node }) => labelOf(node))
    const number = countingOf(labels, kind === 'end' ? roman : String)
    return own.map((node, at) => {
      const label = number ? number(at) : labelOf(node)
      return label === labelOf(node)
        ? node
        : node.type.create({ ...node.attrs, number: label }, node.content, node.marks)
    })
  })
}

/**
 * How these notes are numbered: by which signs and from which. Null when they are not counted one by one (stars, numbers
 * that begin anew on each page): then nobody's number changes.
 */
function countingOf(labels: readonly (string | null)[], usual: (n: number) => string) {
  if (labels.length === 0) return (at: number) => usual(at + 1)
  const known = labels.filter((label) => label !== null)
  for (const write of [String, roman]) {
    const first = Array.from({ length: 1000 }, (_, n) => n + 1).find((n) => write(n) === known[0])
    if (first !== undefined && known.every((label, at) => label === write(first + at)))
      return (at: number) => write(first + at)
  }
  return null
}

function place(tr: Transform, held: readonly NoteHeld[], wanted: readonly Node[]): void {
  const size = wanted.reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  const stands =
    held.length === wanted.length &&
    wanted.every(
      (node, at) =>
        held[at] && idOf(node) === idOf(held[at].node) && node.nodeSize === held[at].node.nodeSize,
    ) &&
    (held[0]?.at ?? tr.doc.content.size) === tr.doc.content.size - size
  if (stands) {
    wanted.forEach((node, n) => {
      const at = held[n]?.at ?? 0
      const number = labelOf(node)
      if (labelOf(tr.doc.nodeAt(at) ?? node) !== number) tr.setNodeAttribute(at, 'number', number)
    })
    return
  }
  for (const { node, at } of held.toReversed()) {
    const { parent } = tr.doc.resolve(at)
    const paragraph = tr.doc.type.schema.nodes.paragraph
    if (parent.childCount === 1 && paragraph) tr.replaceWith(at, at + node.nodeSize, paragraph.create())
    else tr.delete(at, at + node.nodeSize)
  }
  if (wanted.length > 0) tr.insert(tr.doc.content.size, [...wanted])
}

function idOf(node: Node): string {
  return String(node.attrs.id ?? '')
}

function labelOf(node: Node): string | null {
  return typeof node.attrs.number === 'string' ? node.attrs.number : null
}
