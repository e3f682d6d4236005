/**
 * Exporting: the summary as XLSX, and as DOCX in the developer's own template where there is one.
 *
 * Both print the same rows as the page. Words of participants are data: in a workbook they never become a formula, in
 * a document they never become a placeholder, because values are filled after the template was parsed.
 */
import ExcelJS from 'exceljs'
import { fieldsOf, kindOf } from '#app/domain/documents/catalogue.ts'
import { fillTemplate, type Words } from '#app/domain/documents/filling.server.ts'
import { content } from '#content/load.ts'
import { addWrapped, safeCell } from './workbook-rows.ts'

/** A row of the summary in the words of the reader's language. */
export interface PrintedRow {
  number: string
  place: string
  passage: string
  author: string
  remark: string
  proposed: string
  decision: string
  reason: string
  landed: string
  source: string
  became: string
}

export interface PrintedSummary {
  /** whose discussion it was */
  organisation: string
  heading: string
  /** title of the draft and the version the passages are of */
  document: string
  /** when it was published, by whom, which revision */
  facts: string
  /** why something is unanswered */
  note: string
  totals: string
  hash: string
  /** who signed and when, or an empty line */
  signed: string
  /** the sentence on demonstration data, or an empty one */
  demo: string
  heads: Record<keyof PrintedRow, string>
  rows: PrintedRow[]
}

const widths: [keyof PrintedRow, number][] = [
  ['number', 7],
  ['place', 22],
  ['passage', 42],
  ['author', 24],
  ['source', 24],
  ['remark', 50],
  ['proposed', 36],
  ['decision', 18],
  ['reason', 42],
  ['landed', 16],
  ['became', 42],
]

/** The workbook of a summary: one sheet with a frozen head, a filter and wrapped words. */
export async function summaryXlsx(summary: PrintedSummary): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(summary.heading.slice(0, 31), {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  widths.forEach(([, width], at) => {
    sheet.getColumn(at + 1).width = width
  })
  const top = [
    summary.demo,
    summary.heading,
    summary.document,
    summary.facts,
    summary.note,
    summary.totals,
    summary.signed,
    summary.hash,
  ]
  for (const text of top.filter((text) => text !== '')) addLine(sheet, text, text === summary.heading)
  sheet.addRow([])
  const head = addWrapped(
    sheet,
    widths.map(([key]) => summary.heads[key]),
  )
  head.font = { bold: true }
  sheet.pageSetup.printTitlesRow = `${head.number}:${head.number}`
  for (const row of summary.rows)
    addWrapped(
      sheet,
      widths.map(([key]) => row[key]),
    )
  sheet.autoFilter = {
    from: { row: head.number, column: 1 },
    to: { row: head.number, column: widths.length },
  }
  sheet.views = [{ state: 'frozen', ySplit: head.number }]
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** The document of a summary: the words of content/templates.yaml in a template (templateFor('summary', …)). */
export function summaryDocx(template: Uint8Array, summary: PrintedSummary): Uint8Array {
  const { templates } = content()
  const words: Words = Object.fromEntries(
    fieldsOf(templates, kindOf(templates, 'summary')).map(({ name, word, columns }) => {
      if (!columns) return [word, String(summary[name as keyof PrintedSummary] ?? '')]
      return [word, summary.rows.map((row) => rowWords(row, columns))]
    }),
  )
  return fillTemplate(template, words).bytes
}

function rowWords(row: PrintedRow, columns: readonly { name: string; word: string }[]): Words {
  return Object.fromEntries(columns.map(({ name, word }) => [word, row[name as keyof PrintedRow] ?? '']))
}

function addLine(sheet: ExcelJS.Worksheet, text: string, strong: boolean) {
  const row = sheet.addRow([safeCell(text)])
  sheet.mergeCells(row.number, 1, row.number, widths.length)
  row.font = { bold: strong, size: strong ? 14 : 11 }
  row.alignment = { wrapText: true, vertical: 'top' }
}
