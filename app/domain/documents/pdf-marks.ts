/** What stands in a PDF beside its text: the line under a letterhead, a QR code as outlines, the foot of each page. */
import { create } from 'qrcode'
import { clean } from './filling.server.ts'

export type Doc = PDFKit.PDFDocument
export interface Margins {
  top: number
  bottom: number
  left: number
  right: number
}

interface Place {
  doc: Doc
  root: PDFKit.PDFStructureElement
  margins: Margins
}

const SIDE = 84
const [ink, grey, line] = ['#000000', '#4d5652', '#c4ccc7']

/** A line over the whole width, meant for the eye alone. */
export function ruled(doc: Doc, margins: Margins): void {
  const y = doc.y + 8
  doc.markContent('Artifact', { type: 'Layout' })
  doc.moveTo(margins.left, y).lineTo(doc.page.width - margins.right, y)
  doc.lineWidth(0.75).strokeColor(line).stroke()
  doc.endMarkedContent()
  doc.x = margins.left
  doc.y = y + 16
}

/** The code as a figure with its meaning for who does not see it, and paragraphs beside it. */
export function writeCode(
  { doc, root, margins }: Place,
  address: string,
  { alt, beside }: { alt: string; beside: readonly string[] },
): void {
  if (doc.y > doc.page.height - margins.bottom - SIDE - 12) doc.addPage()
  const [left, top] = [margins.left, doc.y + 6]
  const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules
  const dot = SIDE / size
  root.add(
    doc.struct('Figure', { alt }, () => {
      for (let at = 0; at < data.length; at += 1)
        if (data[at]) doc.rect(left + (at % size) * dot, top + Math.floor(at / size) * dot, dot, dot)
      doc.fillColor(ink).fill()
    }),
  )
  const [x, width] = [left + SIDE + 16, doc.page.width - margins.right - left - SIDE - 16]
  doc.y = top
  for (const words of beside)
    root.add(
      doc.struct('P', {}, () => {
        doc
          .font('text')
          .fontSize(9)
          .fillColor(grey)
          .text(words, x, doc.y, { width, lineGap: 2.5, paragraphGap: 3 })
      }),
    )
  doc.x = left
  doc.y = Math.max(doc.y, top + SIDE) + 8
}

/** The same line at the foot of each page, outside of what is read. */
export function footers(doc: Doc, margins: Margins, footer: (page: number, pages: number) => string) {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page)
    const bottom = doc.page.margins.bottom
    // Below the margin pdfkit would start a new page.
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
    doc.font('text').fontSize(8).fillColor(grey)
    const width = doc.page.width - margins.left - margins.right
    doc.text(clean(footer(page - start + 1, count)), margins.left, doc.page.height - 40, { width })
    doc.endMarkedContent()
    doc.page.margins.bottom = bottom
  }
}
