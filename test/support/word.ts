/** DOCX for tests of importing: real packages from pieces of WordprocessingML. */
import PizZip from 'pizzip'
import { convert, type ImportRequest } from '#app/domain/reviews/importing/converting.ts'
import type { ChangePolicy } from '#app/domain/reviews/importing/imported.ts'
import { Refusal } from '#app/domain/reviews/importing/refusal.ts'
import { blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import { docxOf, relations } from './docx.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const spaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${office}"`,
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')

export interface WordParts {
  /** inner XML of a part: styles, numbering, footnotes, endnotes, comments, settings… */
  [part: string]: string
}

/** The bytes of a document with this body; parts are named as their relations are. */
export function wordOf(
  body: string,
  parts: WordParts = {},
  extra: { files?: Record<string, string | Uint8Array>; links?: string } = {},
): Uint8Array {
  const roots: Record<string, string> = { commentsExtended: 'w15:commentsEx' }
  const files: Record<string, string | Uint8Array> = {}
  let links = extra.links ?? ''
  for (const [name, inner] of Object.entries(parts)) {
    const root =
      roots[name] ??
      `w:${name
        .replace(/\d+$/, '')
        .replace(/^header$/, 'hdr')
        .replace(/^footer$/, 'ftr')}`
    files[`word/${name}.xml`] = `<${root} ${spaces}>${inner}</${root}>`
    links += `<Relationship Id="p-${name}" Type="${office}/${name.replace(/\d+$/, '')}" Target="${name}.xml"/>`
  }
  return docxOf([], {
    'word/document.xml': `<w:document ${spaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(links),
    ...files,
    ...extra.files,
  })
}

/** A paragraph; `properties` is the inside of w:pPr. */
export function p(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${r(text)}</w:p>`
}

export function r(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

export const num = (numId: number, ilvl = 0) =>
  `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`

/** A level of a list. */
export function lvl(at: number, format: string, text: string, more = '', start = 1): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
}

export const abstractNum = (id: number, inner: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${inner}</w:abstractNum>`
export const numOf = (id: number, abstract: number, inner = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${inner}</w:num>`

export const importLimits: ImportRequest['limits'] = {
  megabytes: 20,
  characters: 1_500_000,
  zip: { entries: 4000, bytes: 400 * 1024 * 1024, ratio: 250 },
}

/** Converts here and not in the jail: the same code. */
export function imported(bytes: Uint8Array, changes: ChangePolicy | null = null, name = 'проект.docx') {
  const result = convert(bytes, { name, changes, limits: importLimits })
  return { ...result, blocks: blocksOf(result.doc) }
}

/** The code of the refusal; null when the file is taken. */
export function refusalOf(bytes: Uint8Array, name = 'проект.docx'): string | null {
  try {
    convert(bytes, { name, changes: null, limits: importLimits })
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

/** A package of any entries. */
export function zipOf(entries: Record<string, string | Uint8Array>): Uint8Array {
  const zip = new PizZip()
  for (const [name, content] of Object.entries(entries)) zip.file(name, content, { createFolders: false })
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}
