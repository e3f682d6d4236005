/** Places: where a comment can stand in the words of a document, for any unit that a remark may be about. Pure. */
import type { Range } from '#app/domain/reviews/anchors/passages.ts'
import type { DocJson, NodeJson } from '#app/editor/check.ts'

export interface Spot {
  blockId: string
  offset: number
}

/** A sign among the words of a textblock: a comment begins or ends, or stands at one point. */
export interface CommentSign {
  offset: number
  at: 'start' | 'end' | 'point'
  comment: number
}

export class Places {
  readonly #lengths = new Map<string, number>()
  readonly #order = new Map<string, number>()
  /** tables, rows, pictures: the first and the last words inside, or those before a picture */
  readonly #inside = new Map<string, [Spot, Spot]>()
  /** footnotes: the letter that they stand after */
  readonly #references = new Map<string, Spot>()
  #last: Spot | null = null

  constructor(doc: DocJson) {
    for (const node of doc.content) this.#visit(node)
  }

  /** From where to where a comment on this range goes; null when nothing of it can be found. */
  spotsOf(range: Range): [Spot, Spot] | null {
    const [from, to] = [
      this.#spot(range.fromBlockId, range.fromOffset, 0),
      this.#spot(range.toBlockId, range.toOffset, 1),
    ]
    const known = from ?? to
    if (!from || !to) return known && [known, known]
    return this.#isBefore(from, to) ? [from, to] : [to, from]
  }

  /** Whether the text refers to this footnote. */
  refersTo(note: string): boolean {
    return this.#references.has(note)
  }

  #spot(blockId: string, offset: number, side: 0 | 1): Spot | null {
    const length = this.#lengths.get(blockId)
    if (length !== undefined) return { blockId, offset: Math.min(Math.max(offset, 0), length) }
    return this.#inside.get(blockId)?.[side] ?? this.#references.get(blockId) ?? null
  }

  #isBefore(a: Spot, b: Spot): boolean {
    const [at, to] = [this.#order.get(a.blockId) ?? 0, this.#order.get(b.blockId) ?? 0]
    return at < to || (at === to && a.offset <= b.offset)
  }

  #visit(node: NodeJson): [Spot, Spot] | null {
    const id = typeof node.attrs?.id === 'string' ? node.attrs.id : null
    if (node.type === 'footnote') return null
    if (node.type === 'paragraph' || node.type === 'heading')
      return id === null ? null : this.#textblock(id, node)
    if (node.type === 'figure') {
      if (id !== null && this.#last) this.#inside.set(id, [this.#last, this.#last])
      return null
    }
    const held = (node.content ?? []).flatMap((child) => this.#visit(child) ?? [])
    const [first, last] = [held[0], held.at(-1)]
    if (!first || !last) return null
    if (id !== null) this.#inside.set(id, [first, last])
    return [first, last]
  }

  #textblock(id: string, node: NodeJson): [Spot, Spot] {
    let offset = 0
    for (const one of node.content ?? []) {
      offset += one.text?.length ?? 1
      for (const { type, attrs } of one.marks ?? [])
        if (type === 'noteRef') this.#references.set(String(attrs?.note ?? ''), { blockId: id, offset })
    }
    this.#lengths.set(id, offset)
    this.#order.set(id, this.#order.size)
    this.#last = { blockId: id, offset }
    return [{ blockId: id, offset: 0 }, this.#last]
  }
}

/** The signs of comments by textblock, in the order in which they are written. */
export function signsOf(spots: readonly ([Spot, Spot] | null)[]): Map<string, CommentSign[]> {
  const found = new Map<string, CommentSign[]>()
  const put = ({ blockId, offset }: Spot, at: CommentSign['at'], comment: number) => {
    const known = found.get(blockId)
    if (known) known.push({ offset, at, comment })
    else found.set(blockId, [{ offset, at, comment }])
  }
  spots.forEach((pair, comment) => {
    if (!pair) return
    const [from, to] = pair
    if (from.blockId === to.blockId && from.offset === to.offset) put(from, 'point', comment)
    else {
      put(from, 'start', comment)
      put(to, 'end', comment)
    }
  })
  // what ends at a place ends before what begins there
  const order = { end: 0, point: 1, start: 2 }
  for (const signs of found.values())
    signs.sort((a, b) => a.offset - b.offset || order[a.at] - order[b.at] || a.comment - b.comment)
  return found
}
