/**
 * DOCX: the same paper as the PDF, written from top to bottom with headings, tables and the language of the text, for
 * whoever goes on working with it in an office program. Made as plain WordprocessingML; nothing in it runs or is fetched.
 */
import PizZip from 'pizzip'
import { clean } from './filling.server.ts'
import type { PaperHead, PaperWriter } from './pdf.server.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** Opens an A4 paper in Russian; `finish` gives the bytes. */
export function docxPaper({ title, siteName }: PaperHead): PaperWriter {
  const parts: string[] = []
  const put = (words: string, style: string, look = '') => parts.push(paragraph(words, style, look))
  return {
    heading: (level, words) => put(words, level.replace('H', 'Heading')),
    paragraph: (words) => put(words, 'Normal'),
    strong: (words) => put(words, 'Normal', '<w:b/>'),
    small: (words) => put(words, 'Small'),
    letterhead: (name, lines) => {
      put(name, 'Normal', '<w:b/>')
      for (const one of lines) put(one, 'Small')
    },
    code: (address, { beside }) => {
      for (const one of [...beside, address]) put(one, 'Small')
    },
    table: async (head, rows, shares) => {
      parts.push(tableOf(head, rows, shares), paragraph('', 'Normal'))
    },
    page: () => parts.push('<w:p><w:r><w:br w:type="page"/></w:r></w:p>'),
    finish: async (footer) =>
      zipped(parts.join(''), { title, siteName, note: footer(1, 1).replace(/ · [^·]*$/, '') }),
  }
}

function paragraph(words: string, style: string, look = ''): string {
  const lines = clean(words).split('\n')
  const runs = lines.map((one) => `<w:t xml:space="preserve">${escaped(one)}</w:t>`).join('<w:br/>')
  const face = look ? `<w:rPr>${look}</w:rPr>` : ''
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r>${face}${runs}</w:r></w:p>`
}

const WIDTH = 9400
const EPOCH = '1980-01-01T12:00:00Z'

function tableOf(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  shares: readonly number[],
): string {
  const widths = shares.map((share) => Math.round(share * WIDTH))
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const row = (cells: readonly string[], first: boolean) => {
    const made = cells.map((cell, at) => {
      const width = `<w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/></w:tcPr>`
      return `<w:tc>${width}${paragraph(cell, 'Cell', first ? '<w:b/>' : '')}</w:tc>`
    })
    return `<w:tr>${first ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${made.join('')}</w:tr>`
  }
  const line = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="C4CCC7"/>`
  const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('')
  const look = `<w:tblPr><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblBorders>${lines}</w:tblBorders></w:tblPr>`
  return `<w:tbl>${look}<w:tblGrid>${grid}</w:tblGrid>${row(head, true)}${rows.map((cells) => row(cells, false)).join('')}</w:tbl>`
}

const style = (id: string, name: string, size: number, inside = '', look = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>` +
  `<w:pPr><w:spacing w:after="${id === 'Cell' ? 0 : 120}"/>${inside}</w:pPr><w:rPr>${look}<w:sz w:val="${size}"/></w:rPr></w:style>`

const heading = (level: number, size: number) =>
  style(
    `Heading${level}`,
    `heading ${level}`,
    size,
    `<w:keepNext/><w:outlineLvl w:val="${level - 1}"/>`,
    '<w:b/>',
  )

const styles =
  `${xml}<w:styles ${word}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>` +
  '<w:lang w:val="ru-RU"/></w:rPr></w:rPrDefault></w:docDefaults>' +
  `${style('Normal', 'Normal', 24)}${heading(1, 34)}${heading(2, 28)}${heading(3, 24)}${style('Small', 'Small', 18)}${style('Cell', 'Cell', 20)}</w:styles>`

function zipped(
  body: string,
  { title, siteName, note }: { title: string; siteName: string; note: string },
): Buffer {
  const zip = new PizZip()
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1650"/></w:sectPr>'
  const files = {
    '[Content_Types].xml': `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/relationships/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': styles,
    'word/document.xml': `${xml}<w:document ${word}><w:body>${body}${paragraph(note, 'Small')}${page}</w:body></w:document>`,
    'docProps/core.xml': `${xml}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(clean(title))}</dc:title><dc:creator>${escaped(siteName)}</dc:creator><dc:language>ru-RU</dc:language></cp:coreProperties>`,
  }
  // a fixed day inside the archive: the same paper has the same bytes
  for (const [name, text] of Object.entries(files)) zip.file(name, text, { date: new Date(EPOCH) })
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
