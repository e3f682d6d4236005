/** Small DOCX for tests: made from lines, read back as lines. */
import PizZip from 'pizzip'

const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** The bytes of a document with a paragraph a line; `parts` are added or put in the place of its own. */
export function docxOf(
  lines: readonly string[],
  parts: Record<string, string | Uint8Array> = {},
): Uint8Array {
  const zip = new PizZip()
  const paragraphs = lines.map(
    (line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`,
  )
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels': relations(
      `<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/_rels/document.xml.rels': relations(''),
    'word/document.xml': `<w:document ${word}><w:body>${paragraphs.join('')}<w:sectPr/></w:body></w:document>`,
    ...parts,
  }
  for (const [name, content] of Object.entries(all)) zip.file(name, content)
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

/** A part of relations. */
export function relations(inner: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
}

/** The texts of the paragraphs, line breaks as ⏎; also proves that the XML is well-formed enough to be cut. */
export function paragraphsOf(bytes: Uint8Array, part = 'word/document.xml'): string[] {
  const xml = new PizZip(bytes).file(part)?.asText() ?? ''
  const paragraphs = xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? []
  return paragraphs.map((paragraph) =>
    [...paragraph.matchAll(/<w:br\/>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([tag, text]) => (tag === '<w:br/>' ? '⏎' : unescaped(text ?? '')))
      .join(''),
  )
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
