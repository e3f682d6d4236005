/**
 * A version as DOCX: its text as it is printed, and remarks as native comments at their passages.
 *
 * The file says in its properties which version it was made of, and changes are tracked from the start: so it can come
 * back from a reviewer (content/decisions/010-word-round-trip.md). Nothing in it is read from anywhere else.
 */
import PizZip from 'pizzip'
import type { Range } from '#app/domain/reviews/anchors/passages.ts'
import { VERSION_PROPERTY } from '#app/domain/reviews/importing/origin.ts'
import type { DocJson, NodeJson } from '#app/editor/check.ts'
import { isSafeHref } from '#app/editor/links.ts'
import { Body, type Picture } from './body.ts'
import {
  contentTypes,
  coreProperties,
  customProperties,
  escaped,
  HEAD,
  type Relation,
  relations,
  run,
  spaces,
} from './ooxml.ts'
import { pictureSize } from './picture-size.ts'
import { Places, signsOf } from './places.ts'
import { numberingXml, settingsXml, stylesXml } from './styles.ts'

export interface WordComment {
  author: string
  at: Date
  /** paragraphs; the first stands in bold */
  lines: readonly string[]
  /** how many of them are the remark itself; the rest is what became of it, and its address */
  own?: number
  range: Range
}

export interface WordVersion {
  versionId: string
  title: string
  /** in the head and at the foot of each page */
  head: string
  foot: string
  author: string
  at: Date
  lang: string
  doc: DocJson
  comments: readonly WordComment[]
  /** lines told under a unit, by its id: what was put right in it after it was published */
  errata: ReadonlyMap<string, readonly string[]>
  images: ReadonlyMap<string, { bytes: Uint8Array; mediaType: string }>
  /** makes an address of the site one that can be opened from a file */
  address: (path: string) => string
}

/** The bytes of the file. Comments without any place in the text are left out: the caller finds them by `unplaced`. */
export function versionDocx(version: WordVersion): { bytes: Uint8Array; unplaced: WordComment[] } {
  const parts = new Parts(version)
  const places = new Places(version.doc)
  const spots = version.comments.map(({ range }) => places.spotsOf(range))
  const placed = version.comments.map((comment, at) => ({ comment, at })).filter(({ at }) => spots[at])
  const body = new Body({
    signs: signsOf(spots),
    links: parts,
    picture: (file) => parts.picture(file),
    refersTo: (note) => places.refersTo(note),
    errata: version.errata,
  })
  const document = body.xml(version.doc)
  const zip = new PizZip()
  const put = (name: string, text: string) => zip.file(name, text)
  put('[Content_Types].xml', contentTypes(PARTS))
  put('_rels/.rels', relations(roots))
  put('docProps/core.xml', coreProperties(version.title, version.author, version.at))
  put('docProps/custom.xml', customProperties({ [VERSION_PROPERTY]: version.versionId }))
  put('word/document.xml', document)
  put('word/styles.xml', stylesXml(version.lang))
  put('word/numbering.xml', numberingXml(body.ordered))
  put('word/settings.xml', settingsXml)
  put('word/header1.xml', edge('hdr', run(version.head)))
  put('word/footer1.xml', edge('ftr', run(`${version.foot} `) + PAGE))
  put('word/comments.xml', commentsXml(placed))
  for (const kind of ['foot', 'end'] as const) put(`word/${kind}notes.xml`, parts.notesXml(kind, body))
  put('word/_rels/document.xml.rels', relations(parts.relations))
  for (const kind of ['foot', 'end']) put(`word/_rels/${kind}notes.xml.rels`, relations(parts.linked))
  for (const { name, bytes } of parts.media) zip.file(`word/media/${name}`, bytes)
  const bytes = zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
  return { bytes, unplaced: version.comments.filter((_, at) => !spots[at]) }
}

const PARTS = ['document', 'styles', 'numbering', 'settings', 'header1', 'footer1', 'comments'].concat([
  'footnotes',
  'endnotes',
])
const roots: Relation[] = [
  { id: 'r1', kind: 'officeDocument', target: 'word/document.xml' },
  { id: 'r2', kind: 'core-properties', target: 'docProps/core.xml' },
  { id: 'r3', kind: 'custom-properties', target: 'docProps/custom.xml' },
]
const PAGE = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

function edge(name: 'hdr' | 'ftr', inner: string): string {
  return `${HEAD}<w:${name} ${spaces}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>${inner}</w:p></w:${name}>`
}

function commentsXml(placed: readonly { comment: WordComment; at: number }[]): string {
  const all = placed.map(({ comment, at }) => {
    const initials = [...comment.author.replace(/[^\p{L}\p{N} ]/gu, '')].slice(0, 2).join('')
    const lines = comment.lines.map((line, number) => {
      const sign =
        number === 0 ? '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>' : ''
      // answers name the last paragraph of what they answer
      const last = number === comment.lines.length - 1
      const id = last ? ` w14:paraId="${(0x10000000 + at).toString(16).toUpperCase()}"` : ''
      return `<w:p${id}><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>${sign}${run(line, number === 0 ? '<w:b/>' : '')}</w:p>`
    })
    return `<w:comment w:id="${at}" w:author="${escaped(comment.author)}" w:initials="${escaped(initials)}" w:date="${comment.at.toISOString().slice(0, 19)}Z">${lines.join('')}</w:comment>`
  })
  return `${HEAD}<w:comments ${spaces}>${all.join('')}</w:comments>`
}

/** What the body points at: links, notes, pictures. */
class Parts {
  readonly relations: Relation[] = PARTS.slice(1).map((name) => ({
    id: name,
    kind: name.replace(/\d+$/, ''),
    target: `${name}.xml`,
  }))
  readonly linked: Relation[] = []
  readonly media: { name: string; bytes: Uint8Array }[] = []
  readonly #links = new Map<string, string>()
  readonly #pictures = new Map<string, Picture | null>()
  readonly #notes: Record<'foot' | 'end', NodeJson[]> = { foot: [], end: [] }
  readonly #numbers = new Map<string, { kind: 'foot' | 'end'; number: number }>()

  constructor(readonly version: WordVersion) {
    for (const node of version.doc.content.filter(({ type }) => type === 'footnote')) {
      const kind = node.attrs?.kind === 'end' ? 'end' : 'foot'
      this.#notes[kind].push(node)
      this.#numbers.set(String(node.attrs?.id ?? ''), { kind, number: this.#notes[kind].length })
    }
  }

  link = (href: string): string | null => {
    const known = this.#links.get(href)
    if (known !== undefined) return known
    if (!isSafeHref(href) || href.startsWith('#')) return null
    const relation = {
      id: `link${this.#links.size + 1}`,
      kind: 'hyperlink',
      target: href.startsWith('/') ? this.version.address(href) : href,
      external: true,
    }
    this.#links.set(href, relation.id)
    this.relations.push(relation)
    this.linked.push(relation)
    return relation.id
  }

  note = (id: string) => this.#numbers.get(id) ?? null

  picture(file: string): Picture | null {
    const known = this.#pictures.get(file)
    if (known !== undefined) return known
    const made = this.#pictureOf(file)
    this.#pictures.set(file, made)
    return made
  }

  #pictureOf(file: string): Picture | null {
    const image = this.version.images.get(file)
    const size = image && pictureSize(image.bytes)
    if (!image || !size || size.width < 1 || size.height < 1) return null
    const name = `${this.media.length + 1}.${image.mediaType === 'image/png' ? 'png' : 'jpg'}`
    const id = `picture${this.media.length + 1}`
    this.media.push({ name, bytes: image.bytes })
    this.relations.push({ id, kind: 'image', target: `media/${name}` })
    return { id, ...size }
  }

  notesXml(kind: 'foot' | 'end', body: Body): string {
    const own = this.#notes[kind].map(
      (node, at) =>
        `<w:${kind}note w:id="${at + 1}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:${kind}noteRef/></w:r>${run(' ')}${body.note(node)}</w:p>${body.errata(node)}</w:${kind}note>`,
    )
    const lines = [
      [-1, 'separator'],
      [0, 'continuationSeparator'],
    ].map(
      ([id, type]) =>
        `<w:${kind}note w:type="${type}" w:id="${id}"><w:p><w:r><w:${type}/></w:r></w:p></w:${kind}note>`,
    )
    return `${HEAD}<w:${kind}notes ${spaces}>${lines.join('')}${own.join('')}</w:${kind}notes>`
  }
}
