/** The summary as files: what participants wrote stays words, in a cell and in a document, and the demo mark stands. */
import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import PizZip from 'pizzip'
import { expect, test } from 'vitest'
import {
  type PrintedSummary,
  summaryDocx,
  summaryXlsx,
} from '#app/domain/reviews/summary/exporting.server.ts'

const hostile = [
  '=HYPERLINK("http://evil.test","нажми")',
  '+7 351 000-00-00',
  '-2+3+cmd|calc',
  '@SUM(A1:A9)',
  '{#строки}{контрольная_сумма}{/строки}',
  '<script>alert(1)</script> & </w:t>',
  'до\u0000после\u000b\u001f',
]
const template = readFileSync('content/templates/summary.docx')
const rowOf = (text: string): PrintedSummary['rows'][number] => ({
  ...{ number: text, place: text, passage: text, author: text, remark: text },
  ...{ proposed: text, decision: text, reason: text, landed: text, source: text, became: text },
})
const summary: PrintedSummary = {
  organisation: 'Вымышленный институт',
  heading: 'Сводка замечаний и предложений',
  signed: '',
  document: '=Порядок обсуждения',
  facts: 'Опубликована 2 марта 2026 года',
  note: '',
  totals: 'Всего 7',
  hash: 'SHA-256: 00ff',
  demo: 'Демонстрационные данные, люди вымышлены',
  heads: rowOf('Графа'),
  rows: hostile.map(rowOf),
}
// What no XML can hold is left out, everything else is kept to the letter.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the very characters that are to be gone
const printable = (text: string) => text.replace(/[\u0000\u000b\u001f]/g, '')

test('no cell of the workbook is a formula, and each keeps its words', async () => {
  const workbook = new ExcelJS.Workbook()
  // The library's types ask for an older Buffer than that of Node.
  await workbook.xlsx.load((await summaryXlsx(summary)).buffer as ArrayBuffer)
  const [sheet] = workbook.worksheets
  const lines: string[][] = []
  sheet?.eachRow((row) => {
    const cells: string[] = []
    row.eachCell((cell) => {
      if (cell.isMerged && cell.master !== cell) return
      expect([cell.address, cell.type]).toEqual([cell.address, ExcelJS.ValueType.String])
      expect(cell.text).not.toMatch(/^[=+\-@\t\r]/)
      cells.push(cell.text)
    })
    lines.push(cells)
  })
  expect(lines[0]?.[0]).toBe(summary.demo)
  expect(lines[2]?.[0]).toBe(`'${summary.document}`)
  const body = lines.slice(-hostile.length)
  for (const [at, text] of hostile.entries()) {
    const shown = /^[=+\-@]/.test(text) ? `'${text}` : printable(text)
    expect(body[at]).toEqual(Object.values(rowOf(shown)))
  }
})

test('a document without the demonstration says nothing of it', async () => {
  const workbook = new ExcelJS.Workbook()
  const bytes = await summaryXlsx({ ...summary, demo: '' })
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  expect(workbook.worksheets[0]?.getCell('A1').text).toBe(summary.heading)
})

test('words of participants are no placeholders and no markup of the document', async () => {
  const zip = new PizZip(summaryDocx(template, summary))
  const parts = Object.keys(zip.files).filter((name) => /^word\/(document|footer\d*)\.xml$/.test(name))
  const xml = parts.map((name) => zip.file(name)?.asText() ?? '').join('\n')
  const words = [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  )
  for (const text of hostile)
    expect(words.filter((word) => word === printable(text)).length).toBeGreaterThan(4)
  expect(words.some((word) => word.includes(summary.demo))).toBe(true)
  expect(xml).not.toContain('<script')
})

test('a row of the workbook is as high as its longest cell needs', async () => {
  const long = 'Слова этого замечания занимают несколько строк. '.repeat(6)
  const rows = [rowOf('слово'), { ...rowOf('слово'), remark: long }, { ...rowOf(''), place: 'а\n\nб' }]
  rows.push({ ...rowOf(''), passage: 'ы'.repeat(30_000) })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await summaryXlsx({ ...summary, rows })).buffer as ArrayBuffer)
  const heights: number[] = []
  workbook.worksheets[0]?.eachRow((row) => heights.push(row.height))
  const [one, seven, three, most] = heights.slice(-4)
  expect([one, three, most]).toEqual([15, 45, 409])
  expect(seven).toBeGreaterThanOrEqual(7 * 15)
  expect(seven).toBeLessThanOrEqual(9 * 15)
})
