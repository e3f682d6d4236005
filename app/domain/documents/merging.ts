/**
 * Merging: many papers into one DOCX, or into a ZIP. Pure.
 *
 * One DOCX is made only of papers with the same styles and numbering, as those of one template have: then nothing of
 * one paper can change the look of another. Each paper keeps its section with page, headers and footers and begins on a
 * new page; its lists begin at one again; parts it brings (headers, pictures, links) come under names of their own.
 */
import PizZip from 'pizzip'
import { Problem } from '#app/domain/problem.ts'

export interface NamedFile {
  name: string
  bytes: Uint8Array
}

const BODY = 'word/document.xml'
const RELATIONS = 'word/_rels/document.xml.rels'
const TYPES = '[Content_Types].xml'
const NUMBERING = 'word/numbering.xml'
const shared = ['word/styles.xml', NUMBERING]

/** One document of all, in the order given. Problem('merge-different') when their styles differ. */
export function mergeDocx(files: readonly Uint8Array[]): Uint8Array {
  const [first, ...rest] = files.map((bytes) => new PizZip(bytes))
  if (!first) throw new Problem('paper-none')
  for (const other of rest) {
    if (shared.some((part) => textOf(other, part) !== textOf(first, part)) || hasNotes(other))
      throw new Problem('merge-different')
  }
  if (rest.length === 0) return generate(first)
  if (hasNotes(first)) throw new Problem('merge-different')
  const [opening = '', , closing = ''] = bodyOf(first)
  const bodies = [first, ...rest].map((zip, at) => (at === 0 ? bodyOf(zip)[1] : adopt(first, zip, at)))
  const last = bodies.pop() ?? ''
  first.file(BODY, opening + bodies.map(endSection).join('') + last + closing)
  return generate(first)
}

/** A ZIP with a name of its own for each file, safe on every system. */
export function zipFiles(files: readonly NamedFile[]): Uint8Array {
  const zip = new PizZip()
  const taken = new Set<string>()
  for (const { name, bytes } of files)
    zip.file(uniqueName(name, taken), bytes, { binary: true, createFolders: false })
  return generate(zip)
}

/** A file name without folders, control and reserved characters; what Windows keeps for devices gets a mark. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/[\\/:*?"<>|]/g, '-')
    .replace(/\s+/g, ' ')
  const [, stem = '', extension = ''] = /^(.*?)(\.[A-Za-z0-9]{1,5})?$/.exec(plain) ?? []
  const short = [...stem]
    .slice(0, 100)
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const device = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short) ? '_' : ''
  return `${short || 'file'}${device}${extension}`
}

function uniqueName(name: string, taken: Set<string>): string {
  const safe = safeName(name)
  const dot = safe.lastIndexOf('.')
  const [stem, extension] = dot > 0 ? [safe.slice(0, dot), safe.slice(dot)] : [safe, '']
  let unique = safe
  for (let count = 2; taken.has(unique.toLowerCase()); count++) unique = `${stem} (${count})${extension}`
  taken.add(unique.toLowerCase())
  return unique
}

/** The body of a further paper, with all that it refers to moved into the first document. */
function adopt(into: PizZip, from: PizZip, at: number): string {
  const [, body] = bodyOf(from)
  const moved = moveRelations(into, from, at)
  const marked = (id: string) => `${100_000 * at + Number(id)}`
  return renumber(into, body, at)
    .replace(/\br:(id|embed|link|pict)="([^"]+)"/g, (whole, kind: string, id: string) => {
      const renamed = moved.get(id)
      return renamed ? `r:${kind}="${renamed}"` : whole
    })
    .replace(
      /(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)"/g,
      (_, head: string, id: string) => `${head}${marked(id)}"`,
    )
    .replace(/(<wp:docPr\b[^>]*\bid=")(\d+)"/g, (_, head: string, id: string) => `${head}${marked(id)}"`)
}

const carried = /\/(header|footer|image|hyperlink)$/

function moveRelations(into: PizZip, from: PizZip, at: number): Map<string, string> {
  const moved = new Map<string, string>()
  const added: string[] = []
  for (const [relation] of textOf(from, RELATIONS).matchAll(/<Relationship\b[^>]*>/g)) {
    const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => attribute(relation, name))
    if (!id || !target || !carried.test(type ?? '')) continue
    const external = /TargetMode\s*=\s*"External"/.test(relation)
    const place = external ? target : movePart(into, from, target, at)
    moved.set(id, `m${at}${id}`)
    added.push(relation.replace(` Id="${id}"`, ` Id="m${at}${id}"`).replace(`"${target}"`, `"${place}"`))
  }
  into.file(
    RELATIONS,
    textOf(into, RELATIONS).replace('</Relationships>', `${added.join('')}</Relationships>`),
  )
  return moved
}

/** Copies a part with the parts it refers to; returns its new target, relative to word/. */
function movePart(into: PizZip, from: PizZip, target: string, at: number): string {
  const name = target.replace(/^\/?word\//, '')
  const renamed = name.replace(/([^/]+)$/, `m${at}-$1`)
  const part = from.file(`word/${name}`)
  if (!part || into.file(`word/${renamed}`)) return renamed
  into.file(`word/${renamed}`, part.asUint8Array(), { binary: true })
  declareType(into, from, name, renamed)
  const relations = `word/_rels/${name}.rels`
  const inner = textOf(from, relations)
  if (inner !== '')
    into.file(
      `word/_rels/${renamed}.rels`,
      inner.replace(/<Relationship\b[^>]*>/g, (one) => moveInner(into, from, one, at)),
    )
  return renamed
}

function moveInner(into: PizZip, from: PizZip, relation: string, at: number): string {
  const target = attribute(relation, 'Target')
  if (!target || /TargetMode\s*=\s*"External"/.test(relation)) return relation
  return relation.replace(`"${target}"`, `"${movePart(into, from, target, at)}"`)
}

function declareType(into: PizZip, from: PizZip, name: string, renamed: string) {
  const types = textOf(into, TYPES)
  const override = [...textOf(from, TYPES).matchAll(/<Override\b[^>]*>/g)].find(
    ([one]) => attribute(one, 'PartName') === `/word/${name}`,
  )?.[0]
  if (override)
    into.file(
      TYPES,
      types.replace('</Types>', `${override.replace(`/word/${name}"`, `/word/${renamed}"`)}</Types>`),
    )
}

/** Lists of a further paper begin anew: each list it uses becomes one more of the same kind, restarted. */
function renumber(into: PizZip, body: string, at: number): string {
  const numbering = textOf(into, NUMBERING)
  const added = new Map<string, string>()
  const renumbered = body.replace(/<w:numId w:val="(\d+)"\s*\/>/g, (whole, id: string) => {
    const kind = new RegExp(`<w:num\\b[^>]*w:numId="${id}"[^>]*>\\s*<w:abstractNumId w:val="(\\d+)"`).exec(
      numbering,
    )?.[1]
    if (!kind) return whole
    const own = `${1000 * at + Number(id)}`
    const restart = Array.from(
      { length: 9 },
      (_, level) => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="1"/></w:lvlOverride>`,
    )
    added.set(own, `<w:num w:numId="${own}"><w:abstractNumId w:val="${kind}"/>${restart.join('')}</w:num>`)
    return `<w:numId w:val="${own}"/>`
  })
  if (added.size === 0) return body
  // Lists stand together, before the part's optional last elements.
  const end = numbering.lastIndexOf('</w:num>') + '</w:num>'.length
  into.file(NUMBERING, numbering.slice(0, end) + [...added.values()].join('') + numbering.slice(end))
  return renumbered
}

/** What stands before the body's content, the content, and what stands after. */
function bodyOf(zip: PizZip): [string, string, string] {
  const xml = textOf(zip, BODY)
  const open = /<w:body(\s[^>]*)?>/.exec(xml)
  const end = xml.lastIndexOf('</w:body>')
  if (!open || end < 0) throw new Problem('merge-different')
  const from = open.index + open[0].length
  return [xml.slice(0, from), xml.slice(from, end), xml.slice(end)]
}

/** The properties of the last section move into a paragraph, so that the next paper begins a section, on a new page. */
function endSection(body: string): string {
  const at = body.lastIndexOf('<w:sectPr')
  const last = body.lastIndexOf('</w:p>')
  if (at < 0 || at < last) return `${body}<w:p><w:r><w:br w:type="page"/></w:r></w:p>`
  return `${body.slice(0, at)}<w:p><w:pPr>${body.slice(at)}</w:pPr></w:p>`
}

function hasNotes(zip: PizZip): boolean {
  return /<w:(footnoteReference|endnoteReference|commentReference)\b/.test(textOf(zip, BODY))
}

function attribute(element: string, name: string): string | undefined {
  return new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`).exec(element)?.[1]
}

function textOf(zip: PizZip, part: string): string {
  return zip.file(part)?.asText() ?? ''
}

function generate(zip: PizZip): Uint8Array {
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}
