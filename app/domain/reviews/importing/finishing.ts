/**
 * Finishing: pieces → a document whose words stand still, and the places of everything that has none of its own.
 *
 * Ids are given here and edges of paragraphs are cut here, so offsets counted here are those of the stored document.
 */
import { uuidv7 } from 'uuidv7'
import { blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import { type Loss, Losses, type LossKind } from '#app/domain/reviews/texts/losses.ts'
import { leadingNumber } from '#app/domain/reviews/texts/numbers.ts'
import type { DocJson, NodeJson } from '#app/editor/check.ts'
import type { Point } from './imported.ts'
import { asSign, hasWords, isSign, joined, type Sign, words } from './pieces.ts'

export interface Finished {
  doc: DocJson
  losses: Loss[]
  comments: Map<string, { from?: Point; to?: Point }>
  changes: Map<string, { from?: Point; to?: Point; insert?: Point }>
}

type Lost = { kind: LossKind; count: number; blockId: string | null }
type Place = 'body' | 'cell' | 'inner'

const textblocks = ['heading', 'paragraph', 'footnote']

/** The document of the pieces; empty paragraphs are left out, and an empty list of pieces is one empty paragraph. */
export function finish(nodes: readonly NodeJson[]): Finished {
  return new Finishing().run(nodes)
}

class Finishing {
  readonly #lost: Lost[] = []
  readonly #comments: Finished['comments'] = new Map()
  readonly #changes: Finished['changes'] = new Map()
  #last: string | null = null

  run(nodes: readonly NodeJson[]): Finished {
    const content = this.#blocks(nodes, 'body')
    const empty = { type: 'paragraph', attrs: { id: uuidv7() } }
    const doc: DocJson = { type: 'doc', content: content.length > 0 ? content : [empty] }
    return { doc, losses: this.#losses(doc), comments: this.#comments, changes: this.#changes }
  }

  #losses(doc: DocJson): Loss[] {
    const losses = new Losses()
    const blocks = blocksOf(doc)
    const addresses = new Map(blocks.map(({ blockId, address }) => [blockId, address]))
    for (const { kind, count, blockId } of this.#lost) {
      const nowhere = kind === 'header' || kind === 'footer'
      const where = nowhere ? '' : (addresses.get(blockId ?? '') ?? blocks[0]?.address ?? '')
      losses.add(kind, where, count)
    }
    return losses.list()
  }

  #blocks(nodes: readonly NodeJson[], place: Place): NodeJson[] {
    return nodes.flatMap((node) => this.#block(node, place))
  }

  #block(node: NodeJson, place: Place): NodeJson[] {
    if (isSign(node)) {
      this.#settle(asSign(node), null)
      return []
    }
    if (textblocks.includes(node.type)) return this.#textblock(node, place)
    if (node.type === 'figure') return [this.#identified(node)]
    const held = node.type === 'table' || node.type === 'tableRow' ? this.#identified(node) : node
    const inner = node.type === 'blockquote' && place === 'body' ? 'body' : innerOf(node, place)
    const content = this.#blocks(node.content ?? [], inner)
    return content.length > 0 || node.type === 'tableRow' ? [{ ...held, content: whole(node, content) }] : []
  }

  #identified(node: NodeJson): NodeJson {
    const own = node.attrs?.id
    const id = typeof own === 'string' ? own : uuidv7()
    this.#last = id
    return { ...node, attrs: { ...node.attrs, id } }
  }

  /** A paragraph, then the pictures that stood in it. */
  #textblock(node: NodeJson, place: Place): NodeJson[] {
    const parts = numbered(joined(node.content ?? []), node, place)
    const figures = parts.content.flatMap((one) => {
      const found = asSign(one)
      return found?.type === '#image' ? [{ type: 'figure', attrs: found.attrs }] : []
    })
    const seen = hasWords(parts.content)
    if (!seen && typeof parts.number === 'string') {
      // a number without words is words: it is printed, and nothing else is
      parts.content.push(words(parts.number))
      parts.number = null
    }
    if (!hasWords(parts.content) && place !== 'cell') return this.#empty(parts.content, figures)
    const attrs = { ...node.attrs, ...(parts.number === null ? {} : { number: parts.number }) }
    if (parts.number === null) delete (attrs as { number?: unknown }).number
    const made = this.#identified({ ...node, attrs })
    made.content = this.#settled(parts.content, String(made.attrs?.id))
    return [made, ...figures.map((figure) => this.#identified(figure))]
  }

  #empty(content: readonly NodeJson[], figures: NodeJson[]): NodeJson[] {
    for (const one of content) this.#settle(asSign(one), null)
    return figures.map((figure) => this.#identified(figure))
  }

  /** The words alone; signs among them become places. */
  #settled(content: readonly NodeJson[], blockId: string): NodeJson[] {
    let [nodes, offset]: [NodeJson[], number] = [content.filter((one) => !isSign(one)), 0]
    const length = lengthOf(nodes)
    for (const one of content) {
      const found = asSign(one)
      if (!found) offset += lengthOf([one])
      else if (found.type === '#note') {
        const at = offset > 0 ? offset - 1 : 0
        if (length === 0) this.#lost.push({ kind: 'note', count: 1, blockId })
        else nodes = marked(nodes, at, found.attrs.note)
      } else this.#settle(found, { blockId, offset })
    }
    return nodes
  }

  #settle(found: Sign | null, at: Point | null): void {
    const point =
      at ?? (this.#last === null ? null : { blockId: this.#last, offset: Number.MAX_SAFE_INTEGER })
    if (found?.type === '#loss') this.#lost.push({ ...found.attrs, blockId: point?.blockId ?? null })
    if (found?.type === '#note') this.#lost.push({ kind: 'note', count: 1, blockId: point?.blockId ?? null })
    if (!point) return
    if (found?.type === '#comment') {
      const { id, end } = found.attrs
      const known = this.#comments.get(id)
      // the end of a range stands before the sign of its comment
      if (!end || !known?.to) this.#comments.set(id, { ...known, [end ? 'to' : 'from']: point })
    }
    if (found?.type === '#change') {
      const { key, at: side } = found.attrs
      this.#changes.set(key, { ...this.#changes.get(key), [side]: point })
    }
  }
}

function innerOf(node: NodeJson, place: Place): Place {
  if (node.type === 'tableCell' || node.type === 'tableHeader') return 'cell'
  if (node.type === 'listItem') return 'inner'
  return place === 'cell' ? 'cell' : 'inner'
}

/** A cell is never empty and an item begins with a paragraph: the schema asks for it. */
function whole(node: NodeJson, content: NodeJson[]): NodeJson[] {
  if (node.type === 'listItem' && content[0]?.type !== 'paragraph')
    return [{ type: 'paragraph', attrs: { id: uuidv7() } }, ...content]
  if (node.type !== 'tableCell' && node.type !== 'tableHeader') return content
  const full = content.filter((one) => one.type !== 'paragraph' || (one.content ?? []).length > 0)
  return full.length > 0 ? full : content.slice(0, 1)
}

/** The number printed before the words: given, or typed at the beginning of a paragraph of the body. */
function numbered(
  content: NodeJson[],
  node: NodeJson,
  place: Place,
): { content: NodeJson[]; number: string | null } {
  const own = node.attrs?.number
  if (typeof own === 'string') return { content, number: own }
  if (place !== 'body' || node.type === 'footnote') return { content, number: null }
  const text = content.map((one) => one.text ?? (one.type === 'hardBreak' ? '\n' : '')).join('')
  const found = leadingNumber(text)
  return found
    ? { content: cutStart(content, found.length), number: found.number }
    : { content, number: null }
}

function cutStart(content: readonly NodeJson[], length: number): NodeJson[] {
  let left = length
  return content.flatMap((one) => {
    if (left <= 0 || isSign(one)) return [one]
    const size = lengthOf([one])
    left -= size
    if (left >= 0) return []
    return [{ ...one, text: one.text?.slice(left) ?? '' }]
  })
}

function lengthOf(nodes: readonly NodeJson[]): number {
  return nodes.reduce((sum, one) => sum + (isSign(one) ? 0 : (one.text?.length ?? 1)), 0)
}

/** The mark of a note on the character at this place. */
function marked(nodes: readonly NodeJson[], at: number, note: string): NodeJson[] {
  let from = 0
  return nodes.flatMap((one) => {
    const [start, size] = [from, lengthOf([one])]
    from += size
    if (one.text === undefined || at < start || at >= start + size) return [one]
    // never between the halves of a pair
    const low = /[\udc00-\udfff]/.test(one.text[at - start] ?? '') && at > start
    const begin = at - start - (low ? 1 : 0)
    const mark = { type: 'noteRef', attrs: { note } }
    return [
      { ...one, text: one.text.slice(0, begin) },
      { ...one, text: one.text.slice(begin, at - start + 1), marks: [...(one.marks ?? []), mark] },
      { ...one, text: one.text.slice(at - start + 1) },
    ].filter(({ text }) => text !== '')
  })
}
