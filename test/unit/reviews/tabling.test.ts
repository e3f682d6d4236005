import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { gridsIn } from '#app/domain/reviews/importing/grids.ts'
import { rowsOfTables, saidTogether } from '#app/domain/reviews/intake/tabling.ts'
import { docxOf } from '#test/support/docx.ts'
import { xlsxOf } from '#test/support/xlsx.ts'

const limits = {
  rows: 500,
  columns: 20,
  cell: 10_000,
  megabytes: 20,
  zip: { entries: 1000, bytes: 20 * 1024 * 1024, ratio: 250 },
}
const heads = ['№ пункта', 'Замечание', 'Предложение', 'Обоснование']
const read = (bytes: Uint8Array, name = 'таблица.xlsx') => rowsOfTables(gridsIn(bytes, { name, limits }))

const cell = (inner: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t xml:space="preserve">${inner}</w:t></w:r></w:p></w:tc>`
const documentOf = (rows: string[]) =>
  docxOf([], {
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Замечания школы</w:t></w:r></w:p><w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl></w:body></w:document>`,
  })

test('a workbook that a program wrote: shared strings, numbers, rich text, a formula with its value', async () => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Лист')
  sheet.addRow(['Таблица замечаний'])
  sheet.addRow(heads)
  sheet.addRow([1, 2, 3, 4])
  sheet.addRow([3.2, { richText: [{ text: 'Срок ' }, { text: 'мал' }] }, 'пять дней', ''])
  sheet.addRow(['п. 4', { formula: '1+1', result: 2 }, '', 'опыт'])
  sheet.addRow(['Раздел II'])
  expect(read(new Uint8Array(await workbook.xlsx.writeBuffer()))).toEqual({
    rows: [
      { point: '3.2', remark: 'Срок мал', proposal: 'пять дней', grounds: '' },
      { point: 'п. 4', remark: '2', proposal: '', grounds: 'опыт' },
    ],
    skipped: 1,
  })
})

test('merged cells: the place holds for each row below, a remark is said once', () => {
  const rows = [heads, ['п. 1', 'Первое', 'а'], ['', 'Второе', 'б'], ['', '', 'в']]
  expect(read(xlsxOf(rows, { merges: ['A2:A4', 'B3:B4'] }))?.rows).toMatchObject([
    { point: 'п. 1', remark: 'Первое', proposal: 'а' },
    { point: 'п. 1', remark: 'Второе', proposal: 'б' },
    { point: 'п. 1', remark: '', proposal: 'в' },
  ])
  const start = '<w:vMerge w:val="restart"/>'
  const table = documentOf([
    cell('Пункт') + cell('Замечания и предложения') + cell('Обоснование'),
    cell('Раздел I', '<w:gridSpan w:val="3"/>'),
    cell('п. 1', start) + cell('Первое') + cell('опыт'),
    cell('', '<w:vMerge/>') + cell('Второе') + cell('–'),
  ])
  expect(read(table, 'таблица.docx')).toEqual({
    rows: [
      { point: 'п. 1', remark: 'Первое', proposal: '', grounds: 'опыт' },
      { point: 'п. 1', remark: 'Второе', proposal: '', grounds: '' },
    ],
    skipped: 1,
  })
})

test('columns in another order, and tables without the columns that are needed', () => {
  expect(
    read(
      xlsxOf([
        ['Предлагаемая редакция', 'Замечание', 'Структурный элемент'],
        ['б', 'а', 'п. 1'],
      ]),
    )?.rows,
  ).toEqual([{ point: 'п. 1', remark: 'а', proposal: 'б', grounds: '' }])
  expect(
    read(
      xlsxOf([
        ['№ пункта', 'Автор'],
        ['1', 'Кто-то'],
      ]),
    ),
  ).toBeNull()
  expect(
    read(
      xlsxOf([
        ['Замечание', 'Обоснование'],
        ['а', 'б'],
      ]),
    ),
  ).toBeNull()
  expect(read(documentOf([cell('Имя') + cell('Телефон')]), 'таблица.docx')).toBeNull()
})

test('formulas, entities and tags stay words', () => {
  const hostile = ['=HYPERLINK("http://x")', '<script>alert(1)</script>', '@SUM(A1)', '\u202eвзад']
  expect(read(xlsxOf([heads, hostile]))?.rows).toEqual([
    { point: hostile[0], remark: hostile[1], proposal: hostile[2], grounds: hostile[3] },
  ])
  const formula = '<c r="B2"><f>CMD|"/c calc"!A1</f></c>'
  expect(read(xlsxOf([heads, ['п. 1', formula, 'слова']]))?.rows[0]?.remark).toBe('')
})

const refusedAs = (bytes: Uint8Array, name = 'таблица.xlsx') => {
  try {
    return read(bytes, name)
  } catch (error) {
    return (error as { code?: string }).code
  }
}
const xml = (inner: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${inner}</sheetData></worksheet>`
const withSheet = (sheet: string | Uint8Array) => xlsxOf([], { parts: { 'xl/worksheets/sheet1.xml': sheet } })

test.each([
  ['a cell of a megabyte', () => xlsxOf([heads, ['п. 1', 'а'.repeat(1_000_000)]]), 'table-cell-long'],
  ['a bomb', () => withSheet(xml(' '.repeat(40 * 1024 * 1024))), 'import-bomb'],
  ['a document type', () => withSheet(`<!DOCTYPE x [<!ENTITY a "b">]>${xml('')}`), 'import-broken'],
  [
    'a row far below',
    () => withSheet(xml('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')),
    'table-long',
  ],
  ['a row at minus one', () => withSheet(xml('<row r="-1"><c r="A1"><v>1</v></c></row>')), 'table-long'],
  [
    'words in another encoding than said',
    () =>
      withSheet(
        new Uint8Array([
          ...Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml('<row><c t="str"><v>')}`),
          0xc7,
          0xe0,
          0xec,
        ]),
      ),
    'import-broken',
  ],
  [
    'an encoding that is none',
    () => withSheet(`<?xml version="1.0" encoding="nothing"?>${xml('')}`),
    'import-broken',
  ],
  [
    'macros',
    () =>
      xlsxOf([heads], {
        parts: {
          '[Content_Types].xml':
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
        },
      }),
    'import-macros',
  ],
  ['an empty workbook', () => xlsxOf([]), 'table-none'],
  ['half a file', () => xlsxOf([heads, ['п. 1', 'а']]).slice(0, 300), 'import-broken'],
])('%s is refused', (_, bytes, code) => {
  expect(refusedAs(bytes())).toBe(code)
})

test('what is no table file is refused by its bytes, whatever it is called', () => {
  expect(refusedAs(Buffer.from('a;b'), 'таблица.csv')).toBe('table-type')
  expect(refusedAs(Buffer.from('\xd0\xcf\x11\xe0', 'latin1'), 'таблица.xls')).toBe('table-type')
  expect(refusedAs(docxOf(['слова']), 'таблица.xlsx')).toBe('import-broken')
  expect(refusedAs(docxOf(['слова']), 'таблица.docx')).toBe('table-none')
  expect(refusedAs(xlsxOf([heads]), 'таблица.docx')).toBe('import-type')
  expect(refusedAs(Buffer.from('слова'), 'таблица.txt')).toBe('table-type')
})

test('a remark and its proposal in one text', () => {
  expect(saidTogether({ remark: 'а', proposal: '' })).toBe('а')
  expect(saidTogether({ remark: '', proposal: 'б' })).toBe('б')
  expect(saidTogether({ remark: 'а', proposal: 'б' })).toBe('а\n\nПредложение: б')
})
