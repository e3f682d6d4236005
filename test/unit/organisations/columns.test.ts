import { expect, test } from 'vitest'
import { columnsOf, sheetOf } from '#app/domain/columns.ts'
import { gridsIn } from '#app/domain/reviews/importing/grids.ts'
import { organisationHeads } from '#content/organisation-words.ts'

const limits = {
  megabytes: 1,
  zip: { entries: 10, bytes: 1e6, ratio: 100 },
  rows: 50,
  columns: 10,
  cell: 100,
}
const read = (bytes: Uint8Array, name = 'список.csv') =>
  (gridsIn(bytes, { name, limits, separated: true })[0] ?? []).map((row) => row.map(({ text }) => text))
const text = (words: string) => new TextEncoder().encode(words)

test('the head is found under the title of the paper, columns by their heads', () => {
  const sheet = sheetOf(
    [
      ['Приложение к приказу'],
      ['№ п/п', 'Наименование организации', 'Краткое наименование', 'ИНН'],
      ['1', '2', '3', '4'],
      ['1', 'Школа № 1', '—', '7707083893'],
      ['', '', '', ''],
    ],
    organisationHeads,
  )
  expect(sheet.rows).toEqual([{ at: 4, cells: ['1', 'Школа № 1', '', '7707083893'] }])
  expect(columnsOf(sheet.head, organisationHeads)).toMatchObject({ name: 1, shortName: 2, inn: 3 })
})

test('CSV in Windows-1251 and in UTF-8, with «;», «,» and tabs, with quotes and line breaks in cells', () => {
  const windows = Uint8Array.from(
    [...'Название;ИНН\r\nШкола № 1;77\r\n'].map((sign) => {
      const code = sign.charCodeAt(0)
      if (sign === '№') return 0xb9
      return code < 128 ? code : code - 0x350
    }),
  )
  expect(read(windows)).toEqual([
    ['Название', 'ИНН'],
    ['Школа № 1', '77'],
  ])
  expect(read(text('\ufeffНазвание,ИНН\n"Школа ""Ёлка"", №\n1",77'))).toEqual([
    ['Название', 'ИНН'],
    ['Школа "Ёлка", №\n1', '77'],
  ])
  expect(read(text('a;b\tc\n1;2\t3\n'), 'x.txt')).toHaveLength(2)
  expect(read(text('sep=|\na|b\n1|2;3'))).toEqual([
    ['a', 'b'],
    ['1', '2;3'],
  ])
  expect(() => read(text('a;b\n'.repeat(60)))).toThrow('table-long')
  expect(read(text('"не закрыта;1\n2;3'))).toHaveLength(1)
})
