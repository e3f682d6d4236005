/**
 * PDF: a tagged paper written from top to bottom, so that a reader for blind people finds headings, paragraphs and
 * tables in it (ГОСТ Р 52872, PDF/UA in spirit: structure, language, title).
 *
 * The typeface is embedded whole with its map to Unicode, so that Cyrillic can be searched and copied.
 */
import { createRequire } from 'node:module'
import { setImmediate } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import { clean } from './filling.server.ts'
import { type Doc, footers, type Margins, ruled, writeCode } from './pdf-marks.ts'

export interface PaperHead {
  title: string
  subject: string
  siteName: string
  landscape?: boolean
  /** named in the file instead of now, so that the same paper has the same bytes */
  made?: Date
}
/** Writes parts of a paper one after another; `finish` numbers the pages and gives the bytes. */
export interface PaperWriter {
  heading(level: 'H1' | 'H2' | 'H3', words: string): void
  paragraph(words: string): void
  strong(words: string): void
  small(words: string): void
  /** Who sends the paper, over its whole width, with a line under it. */
  letterhead(name: string, lines: readonly string[]): void
  /** A QR code with what it is for beside it. */
  code(address: string, words: { alt: string; beside: readonly string[] }): void
  /**
   * Columns by their share of the width; the head is repeated on each page, a row longer than a page is divided. Lets
   * others work between rows: a table of thousands takes seconds.
   */
  table(
    head: readonly string[],
    rows: readonly (readonly string[])[],
    shares: readonly number[],
  ): Promise<void>
  /** What follows begins on a new page. */
  page(): void
  /** `footer` makes the words at the foot of a page: its number and how many there are. */
  finish(footer: (page: number, pages: number) => string): Promise<Buffer>
}

const require = createRequire(import.meta.url)
const font = (file: string) => require.resolve(`@expo-google-fonts/golos-text/${file}`)
const upright = { top: 64, bottom: 72, left: 64, right: 56 }
const flat = { top: 48, bottom: 60, left: 42, right: 42 }
const [ink, grey, line] = ['#101512', '#4d5652', '#c4ccc7']
const sizes = { H1: 20, H2: 14, H3: 11 }

/** Opens an A4 paper in Russian. */
export function pdfPaper({ title, subject, siteName, landscape = false, made }: PaperHead): PaperWriter {
  const margins = landscape ? flat : upright
  const doc = new PDFDocument({
    ...{ size: 'A4', layout: landscape ? 'landscape' : 'portrait', margins, bufferPages: true },
    ...{ tagged: true, displayTitle: true, lang: 'ru', pdfVersion: '1.7' },
    info: {
      ...{ Title: clean(title), Subject: clean(subject), Author: siteName, Creator: siteName },
      ...(made ? { CreationDate: made } : {}),
    },
  })
  const done = collected(doc)
  doc.registerFont('text', font('400Regular/GolosText_400Regular.ttf'))
  doc.registerFont('bold', font('600SemiBold/GolosText_600SemiBold.ttf'))
  const root = doc.struct('Document')
  doc.addStructure(root)
  const text = (type: string, words: string, look: Look) => {
    root.add(
      doc.struct(type, {}, () => {
        doc
          .font(look.face)
          .fontSize(look.size)
          .fillColor(look.color ?? ink)
        doc.text(printable(words), { lineGap: look.size * 0.25, align: look.align ?? 'left' })
      }),
    )
    doc.moveDown(look.after)
  }
  return {
    heading: (level, words) => {
      // A heading never stays alone at the foot of a page.
      if (doc.y > doc.page.height - margins.bottom - 90) doc.addPage()
      if (level !== 'H1') doc.moveDown(level === 'H2' ? 0.6 : 0.2)
      text(level, words, { face: 'bold', size: sizes[level], after: 0.35 })
    },
    paragraph: (words) => text('P', words, { face: 'text', size: 10.5, after: 0.5 }),
    strong: (words) => text('P', words, { face: 'bold', size: 11.5, after: 0.4 }),
    small: (words) => text('P', words, { face: 'text', size: 9, after: 0.5, color: grey }),
    letterhead: (name, lines) => {
      text('P', name, { face: 'bold', size: 12, after: 0.2, align: 'center' })
      for (const one of lines)
        text('P', one, { face: 'text', size: 9, after: 0, color: grey, align: 'center' })
      ruled(doc, margins)
    },
    code: (address, words) => writeCode({ doc, root, margins }, address, words),
    table: (head, rows, shares) => writeTable({ doc, root, margins, shares, dense: landscape }, head, rows),
    page: () => void doc.addPage(),
    finish: (footer) => {
      root.end()
      footers(doc, margins, footer)
      doc.end()
      return done
    },
  }
}

/** The paragraphs of a text with empty lines left out. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n|\n/)
    .map((part) => part.trim())
    .filter(Boolean)
}

type Look = {
  face: 'text' | 'bold'
  size: number
  after: number
  color?: string
  align?: 'center'
}
interface Table {
  doc: Doc
  root: PDFKit.PDFStructureElement
  margins: Margins
  shares: readonly number[]
  dense: boolean
}

const BREATH = 20

async function writeTable(table: Table, head: readonly string[], rows: readonly (readonly string[])[]) {
  const { doc, root } = table
  const element = doc.struct('Table')
  root.add(element)
  const room = () => doc.page.height - table.margins.bottom - doc.y
  const headHeight = heightOf(table, head, 'TH')
  const headRow = () => writeRow(table, element, head, 'TH', headHeight)
  headRow()
  for (const [at, cells] of rows.entries()) {
    if (at % BREATH === BREATH - 1) await setImmediate()
    let rest: readonly string[] = cells
    while (rest.some(Boolean)) {
      let height = heightOf(table, rest, 'TD')
      // A row that fits a page is kept together; a longer one goes on after the part that fits.
      if (height > room() && doc.y > table.margins.top + 80) {
        doc.addPage()
        headRow()
      }
      const [now, later] = height <= room() ? [rest, []] : divided(table, rest, room())
      if (later.length > 0) height = heightOf(table, now, 'TD')
      writeRow(table, element, now, 'TD', height)
      rest = later
    }
  }
  element.end()
  doc.moveDown(0.6)
}

function widthsOf({ doc, margins, shares }: Table): number[] {
  const width = doc.page.width - margins.left - margins.right
  return shares.map((share) => share * width)
}

function face({ doc, dense }: Table, type: 'TH' | 'TD') {
  return doc.font(type === 'TH' ? 'bold' : 'text').fontSize(dense ? 8 : type === 'TH' ? 9 : 10)
}

function heightOf(table: Table, cells: readonly string[], type: 'TH' | 'TD'): number {
  face(table, type)
  const widths = widthsOf(table)
  return Math.max(...cells.map((cell, at) => cellHeight(table, cell, widths[at] ?? 0))) + 9
}

// More than a page of the smallest type: what is beyond is measured on the next page.
const PAGEFUL = 6000

function cellHeight({ doc }: Table, cell: string, width: number): number {
  return cell === '' ? 0 : doc.heightOfString(printable(cell.slice(0, PAGEFUL)), { width: width - 8 })
}

/** The library measures a word letter by letter, again for each line: a word of thousands is divided before. */
function printable(text: string): string {
  return clean(text).replace(/\S{200}(?=\S)/g, '$& ')
}

/** Each cell cut at the last word that still fits `room`, and what is left of it. */
function divided(table: Table, cells: readonly string[], room: number): [string[], string[]] {
  face(table, 'TD')
  const widths = widthsOf(table)
  const heads = cells.map((cell, at) => {
    let [low, high] = [0, Math.min(cell.length, PAGEFUL)]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (cellHeight(table, cell.slice(0, middle), widths[at] ?? 0) <= room - 9) low = middle
      else high = middle - 1
    }
    const space = low < cell.length ? cell.lastIndexOf(' ', low) : low
    return cell.slice(0, space > 0 ? space : Math.max(low, 1))
  })
  return [heads, cells.map((cell, at) => cell.slice(heads[at]?.length ?? 0).trimStart())]
}

function writeRow(
  table: Table,
  element: PDFKit.PDFStructureElement,
  cells: readonly string[],
  type: 'TH' | 'TD',
  height: number,
) {
  const { doc, margins } = table
  const widths = widthsOf(table)
  const [top, row] = [doc.y, doc.struct('TR')]
  element.add(row)
  let left = margins.left
  for (const [at, cell] of cells.entries()) {
    const [x, width] = [left, (widths[at] ?? 0) - 8]
    row.add(
      doc.struct(type, {}, () => {
        face(table, type).fillColor(type === 'TH' ? grey : ink)
        doc.text(printable(cell), x, top + 4, { width, height: height - 4 })
      }),
    )
    left += widths[at] ?? 0
  }
  row.end()
  doc.markContent('Artifact', { type: 'Layout' })
  doc.moveTo(margins.left, top + height).lineTo(left, top + height)
  doc.lineWidth(0.5).strokeColor(line).stroke()
  doc.endMarkedContent()
  doc.x = margins.left
  doc.y = top + height
}

function collected(doc: Doc): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
}
