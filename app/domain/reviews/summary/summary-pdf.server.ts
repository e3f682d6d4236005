/** The summary as a tagged PDF in landscape, for printing and for the archive. */
import { pdfPaper } from '#app/domain/documents/pdf.server.ts'
import type { PrintedRow, PrintedSummary } from './exporting.server.ts'

const columns: [keyof PrintedRow, number][] = [
  ['number', 0.04],
  ['place', 0.09],
  ['passage', 0.15],
  ['author', 0.11],
  ['remark', 0.17],
  ['proposed', 0.12],
  ['decision', 0.08],
  ['reason', 0.12],
  ['landed', 0.12],
]

/** PDF bytes; `pageWords` numbers a page. */
export async function summaryPdf(
  summary: PrintedSummary,
  siteName: string,
  pageWords: (page: number, pages: number) => string,
): Promise<Uint8Array> {
  const paper = pdfPaper({ title: summary.heading, subject: summary.document, siteName, landscape: true })
  paper.small(summary.organisation)
  paper.heading('H1', summary.heading)
  paper.paragraph(summary.document)
  paper.small(summary.facts)
  if (summary.note !== '') paper.paragraph(summary.note)
  paper.paragraph(summary.totals)
  if (summary.rows.length > 0)
    await paper.table(
      columns.map(([key]) => summary.heads[key]),
      summary.rows.map((row) => cells(row).map(String)),
      columns.map(([, share]) => share),
    )
  if (summary.signed !== '') paper.paragraph(summary.signed)
  if (summary.hash !== '') paper.small(summary.hash)
  return paper.finish((page, pages) =>
    [summary.heading, pageWords(page, pages), summary.demo].filter(Boolean).join(' · '),
  )
}

/** What stands together in print: who and how it came, where it landed and what the text is now. */
function cells(row: PrintedRow): string[] {
  const merged = { ...row, author: lines(row.author, row.source), landed: lines(row.landed, row.became) }
  return columns.map(([key]) => merged[key])
}

const lines = (...parts: string[]) => parts.filter(Boolean).join('\n')
