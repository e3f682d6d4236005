/** A DOCX while it is converted: its parts, and what is counted on the way. */
import { createHash } from 'node:crypto'
import { type ChangeCounts, type ChangePolicy, type ImageAsset, noChanges } from './imported.ts'
import { Numbering } from './numbering.ts'
import type { Package, Relation } from './package.ts'
import { Styles } from './styles.ts'
import { child, type El, elements } from './xml.ts'

export interface ChangeMeta {
  author: string
  date: string | null
  text: string
}

/** A field between its begin and its end: the code is not shown, the result is. */
export interface Field {
  phase: 'code' | 'result'
  code: string
}

const MAX_IMAGE = 12 * 1024 * 1024
const MAX_IMAGES = 64 * 1024 * 1024

export class Context {
  readonly styles: Styles
  readonly numbering: Numbering
  readonly counts: ChangeCounts = noChanges()
  /** rows and cells that tracked changes add, remove or merge */
  rebuilt = 0
  readonly changes = new Map<string, ChangeMeta>()
  readonly images = new Map<string, ImageAsset>()
  readonly fields: Field[] = []
  /** ids of footnotes and endnotes in the order of their references: «foot:3» → the block that holds its words */
  readonly notes = new Map<string, { id: string; label: string | null }>()
  #imageBytes = 0
  #changeKeys = 0
  /** the part that relations are read from: the body, or the notes */
  part: string

  constructor(
    readonly pack: Package,
    readonly policy: ChangePolicy,
  ) {
    this.part = pack.main
    this.styles = new Styles(pack.xml(pack.main, 'styles'))
    this.numbering = new Numbering(pack.xml(pack.main, 'numbering'), this.styles)
  }

  /** Insertions stay in the text, deletions go. */
  get accepts(): boolean {
    return this.policy === 'accept'
  }

  relation(id: string | undefined): Relation | undefined {
    return id === undefined ? undefined : this.pack.relations(this.part).get(id)
  }

  /** Notes a tracked change of words; its key goes into the signs. */
  change(el: El, text: string): string {
    this.#changeKeys += 1
    const key = String(this.#changeKeys)
    const date = el.attrs['w:date'] ?? null
    this.changes.set(key, { author: (el.attrs['w:author'] ?? '').slice(0, 200), date, text })
    return key
  }

  addToChange(key: string, text: string): void {
    const change = this.changes.get(key)
    if (change) change.text += text
  }

  /** Keeps a picture; its hash, or null for a kind or a size that is not taken. */
  image(id: string | undefined): string | null {
    const relation = this.relation(id)
    const bytes = relation && !relation.external ? this.pack.zip.read(relation.target) : undefined
    const mediaType = bytes && imageType(bytes)
    if (!bytes || !mediaType || bytes.length > MAX_IMAGE) return null
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (!this.images.has(sha256)) {
      if (this.#imageBytes + bytes.length > MAX_IMAGES) return null
      this.#imageBytes += bytes.length
      this.images.set(sha256, { sha256, mediaType, bytes })
    }
    return sha256
  }

  /** Whether the place is inside the code of a field, which nobody sees. */
  get inCode(): boolean {
    return this.fields.some(({ phase }) => phase === 'code')
  }

  get inContents(): boolean {
    return this.fields.some(({ phase, code }) => phase === 'result' && /^\s*TOC\b/i.test(code))
  }

  /** Properties as they were before a tracked change of looks, when changes are not accepted. */
  properties(el: El | undefined, change: 'w:pPrChange' | 'w:rPrChange'): El | undefined {
    const changed = child(el, change)
    if (!el || !changed) return el
    this.counts.formatted += 1
    return this.accepts ? el : elements(changed)[0]
  }
}

export function imageType(bytes: Uint8Array): ImageAsset['mediaType'] | null {
  const starts = (magic: number[]) => magic.every((byte, at) => bytes[at] === byte)
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  return starts([0xff, 0xd8, 0xff]) ? 'image/jpeg' : null
}
