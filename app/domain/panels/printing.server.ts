/**
 * Printing a conclusion as a tagged PDF: a reader for blind people finds headings, paragraphs and tables in it.
 *
 * Made from the stored body whenever it is asked for, so that a name whose ground ended is not printed again. The
 * typeface is embedded whole with its map to Unicode, so that Cyrillic can be searched and copied.
 */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { panels as words } from '#content/messages/ru/panels.ts'
import type { Criterion } from './assembling.ts'
import type { ConclusionView } from './conclusions.server.ts'
import { fractionText } from './numbers.ts'

type Doc = InstanceType<typeof PDFDocument>
export interface PrintOptions {
  /** «Заключение № 7-1 … проверить: https://…/check/…» */
  checkAddress: string
  siteName: string
  /** printed on each page while demo data are loaded */
  demo: string | null
  dayText: string
}

const require = createRequire(import.meta.url)
const font = (file: string) => require.resolve(`@expo-google-fonts/golos-text/${file}`)
const margins = { top: 64, bottom: 72, left: 64, right: 56 }
const grey = '#4d5652'

/** The conclusion as PDF bytes. */
export async function conclusionPdf(view: ConclusionView, options: PrintOptions): Promise<Buffer> {
  const t = words.conclusion
  const { body } = view
  const title = t.title(body.number)
  const doc = new PDFDocument({
    ...{
      size: 'A4',
      margins,
      bufferPages: true,
      tagged: true,
      displayTitle: true,
      lang: 'ru',
      pdfVersion: '1.7',
    },
    info: { Title: title, Subject: body.draft.title, Author: options.siteName, Creator: options.siteName },
  })
  const done = collected(doc)
  doc.registerFont('text', font('400Regular/GolosText_400Regular.ttf'))
  doc.registerFont('bold', font('600SemiBold/GolosText_600SemiBold.ttf'))
  const root = doc.struct('Document')
  doc.addStructure(root)
  const write = writer(doc, root)
  write.small(options.siteName)
  write.heading('H1', title)
  write.paragraph(t.about(body.draft.title, body.draft.version))
  write.small(`${options.dayText}. ${t.panel(body.panel.number)}`)
  write.heading('H2', t.sections.verdict)
  write.strong(body.verdicts.find(({ code }) => code === body.verdict)?.title ?? '')
  for (const part of paragraphs(body.text)) write.paragraph(part)
  if (body.recommendations) {
    write.heading('H2', t.sections.recommendations)
    for (const part of paragraphs(body.recommendations)) write.paragraph(part)
  }
  write.heading('H2', t.sections.marks)
  write.table(
    [t.columns.criterion, t.columns.median, t.columns.spread, t.columns.weight],
    body.criteria.map(rowOf),
  )
  if (body.score) write.paragraph(t.score(body.score.earned, body.score.most))
  write.heading('H2', t.sections.reasons)
  for (const criterion of body.criteria) {
    write.heading('H3', criterion.title)
    for (const mark of criterion.marks) write.paragraph(reasonOf(criterion, mark, view))
  }
  write.heading('H2', t.sections.members)
  write.table(
    [t.columns.member, t.columns.place, t.columns.role],
    body.members.map((number) => memberRow(number, view)),
  )
  write.heading('H2', t.sections.check)
  write.paragraph(t.checkText(view.code ?? '', options.checkAddress))
  write.small(`SHA-256: ${view.sha256 ?? ''}`)
  root.end()
  footers(doc, title, options.demo)
  doc.end()
  return done
}

const rowOf = ({ title, median, spread, weight }: Criterion) => [
  title,
  fractionText(median, words.conclusion.notMarked),
  spread === null ? words.conclusion.notMarked : String(spread),
  String(weight),
]

function memberRow(number: number, { body, names, organisations }: ConclusionView): string[] {
  const t = words.conclusion
  return [
    names[number] ?? t.hidden(number),
    organisations[number] ?? t.notMarked,
    number === body.chair ? t.chair : t.member,
  ]
}

function reasonOf(criterion: Criterion, mark: Criterion['marks'][number], { names }: ConclusionView): string {
  const t = words.conclusion
  const who = names[mark.person] ?? t.hidden(mark.person)
  const value = mark.mark === null ? t.notApplicable : `${mark.mark} (${criterion.scale[mark.mark] ?? ''})`
  return `${who}: ${value}. ${mark.reason}${mark.address ? ` — ${t.evidence(mark.address)}` : ''}`
}

/** Writes structure elements one after another, each with its content marked. */
function writer(doc: Doc, root: PDFKit.PDFStructureElement) {
  const block = (type: string, draw: () => void) => root.add(doc.struct(type, {}, draw))
  const text = (
    type: string,
    words: string,
    face: string,
    size: number,
    after: number,
    color = '#101512',
  ) => {
    block(type, () =>
      doc
        .font(face)
        .fontSize(size)
        .fillColor(color)
        .text(words, { lineGap: size * 0.25 }),
    )
    doc.moveDown(after)
  }
  const sizes = { H1: 20, H2: 14, H3: 11 }
  return {
    heading: (level: 'H1' | 'H2' | 'H3', words: string) => {
      // A heading never stays alone at the foot of a page.
      if (doc.y > doc.page.height - margins.bottom - 90) doc.addPage()
      if (level !== 'H1') doc.moveDown(level === 'H2' ? 0.6 : 0.2)
      text(level, words, 'bold', sizes[level], 0.35)
    },
    paragraph: (words: string) => text('P', words, 'text', 10.5, 0.5),
    strong: (words: string) => text('P', words, 'bold', 11.5, 0.4),
    small: (words: string) => text('P', words, 'text', 9, 0.5, grey),
    table: (head: string[], rows: string[][]) => table(doc, root, head, rows),
  }
}

function table(doc: Doc, root: PDFKit.PDFStructureElement, head: string[], rows: string[][]) {
  const width = doc.page.width - margins.left - margins.right
  const rest = head.length === 3 ? [0.4, 0.36, 0.24] : [0.52, 0.16, 0.16, 0.16]
  const widths = rest.map((share) => share * width)
  const element = doc.struct('Table')
  root.add(element)
  const row = (cells: string[], type: 'TH' | 'TD') => {
    doc.font(type === 'TH' ? 'bold' : 'text').fontSize(type === 'TH' ? 9 : 10)
    const height =
      Math.max(...cells.map((cell, at) => doc.heightOfString(cell, { width: (widths[at] ?? 0) - 8 }))) + 9
    if (doc.y + height > doc.page.height - margins.bottom) doc.addPage()
    const top = doc.y
    const line = doc.struct('TR')
    element.add(line)
    let left = margins.left
    for (const [at, cell] of cells.entries()) {
      const at0 = left
      line.add(
        doc.struct(type, {}, () =>
          doc
            .fillColor(type === 'TH' ? grey : '#101512')
            .text(cell, at0, top + 4, { width: (widths[at] ?? 0) - 8 }),
        ),
      )
      left += widths[at] ?? 0
    }
    line.end()
    doc.markContent('Artifact', { type: 'Layout' })
    doc
      .moveTo(margins.left, top + height)
      .lineTo(margins.left + width, top + height)
      .lineWidth(0.5)
      .strokeColor('#c4ccc7')
      .stroke()
    doc.endMarkedContent()
    doc.x = margins.left
    doc.y = top + height
  }
  row(head, 'TH')
  for (const cells of rows) row(cells, 'TD')
  element.end()
  doc.moveDown(0.6)
}

function footers(doc: Doc, title: string, demo: string | null) {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page)
    const bottom = doc.page.margins.bottom
    // Below the margin pdfkit would start a new page.
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
    doc.font('text').fontSize(8).fillColor(grey)
    const line = [title, words.conclusion.page(page - start + 1, count), ...(demo ? [demo] : [])].join(' · ')
    doc.text(line, margins.left, doc.page.height - 44, {
      width: doc.page.width - margins.left - margins.right,
      lineBreak: true,
    })
    doc.endMarkedContent()
    doc.page.margins.bottom = bottom
  }
}

function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n|\n/)
    .map((part) => part.trim())
    .filter(Boolean)
}

function collected(doc: Doc): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
}
