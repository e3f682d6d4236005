/**
 * DOCX → document. The package is judged first; then the body is read block by block, as a stream.
 *
 * Our own mapping and not a converter of others: printed numbers, tracked changes, merged cells and the place of every
 * loss are exactly what such converters drop (content/decisions/008-own-docx-import.md).
 */
import type { NodeJson } from '#app/editor/check.ts'
import { Context } from './context.ts'
import { type Finished, finish } from './finishing.ts'
import type { ChangePolicy, Converted, FileComment } from './imported.ts'
import { withLists } from './lists.ts'
import { commentsOf, notesOf, openNotes } from './notes.ts'
import { VERSION_PROPERTY } from './origin.ts'
import { Package } from './package.ts'
import { breaking, paragraph, type Reading } from './paragraphs.ts'
import { loss } from './pieces.ts'
import { suggestionsOf } from './suggesting.ts'
import { flattened, tableOf } from './tables.ts'
import { child, type El, elements, inside, parseXml, textOf, val } from './xml.ts'
import { Zip, type ZipLimits } from './zip.ts'

const NESTED = 2

/** Converts; Refusal for what is not taken. Tracked changes are always counted, whatever is done with them. */
export function convertDocx(bytes: Uint8Array, limits: ZipLimits, policy: ChangePolicy): Converted {
  const pack = new Package(new Zip(bytes, limits))
  const ctx = new Context(pack, policy)
  const notes = openNotes(ctx)
  const body = new Body(ctx)
  const root = parseXml(pack.zip.read(pack.main) ?? new Uint8Array(), {
    stream: 'w:body',
    each: (el) => body.add(el),
  })
  if (root.name !== 'w:document') throw body.broken()
  const pieces = [...edgesOf(ctx), ...body.finish()]
  const nodes = [...withLists(pieces), ...notesOf(ctx, notes, body.referred, body.section)]
  const finished = finish(nodes)
  return {
    doc: finished.doc,
    losses: finished.losses,
    changes: ctx.counts,
    comments: placed(commentsOf(ctx), finished),
    suggestions: policy === 'suggest' ? suggestionsOf(finished, ctx.changes) : [],
    images: [...ctx.images.values()],
    origin: originOf(pack),
  }
}

class Body {
  readonly #pieces: NodeJson[] = []
  readonly #reading: Reading
  readonly referred: string[] = []
  section: El | undefined

  constructor(readonly ctx: Context) {
    this.#reading = this.#readingOf(false)
  }

  add(el: El): void {
    if (el.name === 'w:sectPr') this.section = el
    this.#note(el)
    for (const piece of this.#blocks(el, this.#reading, 0)) this.#pieces.push(piece)
  }

  finish(): NodeJson[] {
    const { pending } = this.#reading
    return pending.length > 0 ? [...this.#pieces, { type: 'paragraph', content: pending }] : this.#pieces
  }

  broken(): Error {
    return new RangeError('not a document')
  }

  /** References to notes in reading order. */
  #note(el: El): void {
    for (const [name, kind] of [
      ['w:footnoteReference', 'foot'],
      ['w:endnoteReference', 'end'],
    ] as const)
      for (const one of inside(el, name)) this.referred.push(`${kind}:${one.attrs['w:id'] ?? ''}`)
  }

  #readingOf(inCell: boolean): Reading {
    return { ctx: this.ctx, pending: [], page: false, inCell, box: (content) => this.#inner(content, 1) }
  }

  #blocks(el: El, reading: Reading, depth: number): NodeJson[] {
    switch (el.name) {
      case 'w:p':
        return paragraph(el, reading)
      case 'w:tbl':
        return this.#table(el, reading, depth)
      case 'w:sdt':
        return this.#control(el, reading, depth)
      case 'w:customXml':
      case 'w:ins':
      case 'w:moveTo':
        return elements(el).flatMap((one) => this.#blocks(one, reading, depth))
      case 'mc:AlternateContent': {
        const chosen = child(el, 'mc:Choice') ?? child(el, 'mc:Fallback')
        return elements(chosen).flatMap((one) => this.#blocks(one, reading, depth))
      }
      case 'w:commentRangeStart':
      case 'w:commentRangeEnd': {
        const end = el.name === 'w:commentRangeEnd'
        reading.pending.push({ type: '#comment', attrs: { id: el.attrs['w:id'] ?? '', end } })
        return []
      }
      case 'm:oMathPara':
        return paragraph({ name: 'w:p', attrs: {}, children: [el] }, reading)
      default:
        return []
    }
  }

  #control(el: El, reading: Reading, depth: number): NodeJson[] {
    const content = child(el, 'w:sdtContent')
    const gallery = val(child(child(el, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery')
    if (gallery === 'Table of Contents') {
      const lines = content ? inside(content, 'w:p').filter((one) => textOf(one).trim() !== '').length : 0
      return lines > 0 ? [loss('contents', lines)] : []
    }
    return elements(content).flatMap((one) => this.#blocks(one, reading, depth))
  }

  #table(el: El, reading: Reading, depth: number): NodeJson[] {
    if (depth > NESTED) return flattened(el)
    const pending = reading.pending.splice(0)
    const before = pending.some(({ text }) => text?.trim())
      ? [{ type: 'paragraph', content: pending }]
      : pending
    const tables = tableOf(el, this.ctx, (cell) => this.#inner(cell, depth + 1))
    const [first, ...rest] = tables
    const page = reading.page
    if (first) reading.page = false
    return [...before, ...(first ? [page ? breaking(first) : first, ...rest] : [])]
  }

  /** The blocks of a cell or a text box: a small body of its own. */
  #inner(holder: El, depth: number): NodeJson[] {
    const reading = this.#readingOf(true)
    const nodes = elements(holder).flatMap((one) => this.#blocks(one, reading, depth))
    const { pending } = reading
    return withLists(pending.length > 0 ? [...nodes, { type: 'paragraph', content: pending }] : nodes)
  }
}

/** What the properties of an exported file say of the version in it. */
function originOf(pack: Package): string | null {
  const found = elements(pack.xml('', 'custom-properties')).find(
    ({ attrs }) => attrs.name === VERSION_PROPERTY,
  )
  return found ? textOf(found).trim().slice(0, 100) : null
}

/** Headers and footers that say something: they are no part of the text. */
function edgesOf({ pack }: Context): NodeJson[] {
  return (['header', 'footer'] as const).flatMap((kind) => {
    const parts = new Set(pack.related(pack.main, kind))
    const said = [...parts].filter((name) => {
      const root = parseXml(pack.zip.read(name) ?? new Uint8Array())
      return inside(root, 'w:t').some((el) => /[\p{L}\p{N}]/u.test(textOf(el)))
    })
    return said.length > 0 ? [loss(kind, said.length)] : []
  })
}

function placed(comments: Omit<FileComment, 'from' | 'to'>[], finished: Finished): FileComment[] {
  return comments.map((comment) => {
    const at = finished.comments.get(comment.id)
    const [from, to] = [at?.from ?? at?.to ?? null, at?.to ?? at?.from ?? null]
    return { ...comment, from, to }
  })
}
