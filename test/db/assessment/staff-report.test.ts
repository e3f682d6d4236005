/** The report of a municipality: the sheet and the paper say the same numbers, of own people alone. */
import ExcelJS from 'exceljs'
import PizZip from 'pizzip'
import { expect } from 'vitest'
import { fileApplication } from '#app/domain/assessment/way/applying.server.ts'
import { staffPaper, staffReport, staffSheet } from '#app/domain/desk/staff/report.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { employments } from '#db/schema/index.ts'
import { paragraphsOf } from '#test/support/docx.ts'
import { shelf } from '#test/support/paper-shelf.ts'
import { nominated, test } from '#test/support/way-room.ts'

const words = messagesOf('ru')

test('the sheet and the paper of a municipality say the same: a line an organisation, and the total', async ({
  way,
  given,
  db,
}) => {
  const other = await given.organisation({ municipalityId: way.town.id, shortName: '=2+2' })
  const people = [await way.worker(), await way.worker()]
  await nominated(way.head, way, people.slice(0, 1))
  await fileApplication(people[1] as (typeof people)[0], way.direction.id)
  const expert = await given.registry.expert(way.direction)
  const works = { personId: expert.id, organisationId: other.id, post: 'учитель' }
  await db.insert(employments).values({ ...works, during: '[2020-01-01,)' })

  const report = await staffReport(way.municipality, words)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await staffSheet(report, words)).buffer as ArrayBuffer)
  const sheet = (book.worksheets[0]?.getSheetValues() ?? [])
    .slice(1)
    .map((row) => (row as unknown[]).slice(1).map(String))
  const paper = paragraphsOf(await staffPaper(way.municipality, shelf, report, { words, long: (day) => day }))
  const at = paper.indexOf('Организация')
  const cells = paper.slice(at + 8, at + 8 + 3 * 8)
  const table = Array.from({ length: 3 }, (_, row) => cells.slice(row * 8, row * 8 + 8))

  expect(sheet).toHaveLength(4)
  expect(table.map(([name, ...numbers]) => [name?.replace(/^=/, "'="), ...numbers])).toEqual(sheet.slice(1))
  expect(sheet.find(([name]) => name === "'=2+2")).toEqual(["'=2+2", '1', '0', '0', '0', '0', '0', '0'])
  expect(sheet.at(-1)).toEqual(['Всего', '1', '2', '1', '0', '0', '0', '0'])
  expect(paper).toContain(way.town.name)
  await expect(staffReport(way.organizer, words)).rejects.toMatchObject({ code: 'forbidden' })
})

test('the paper of forty organisations stands on one A4, a longer one goes on under the same head', async ({
  way,
}) => {
  const row = ['Демо-школа № 1', 1, 2, 3, 4, 5, 6, 7] as const
  const report = {
    whose: 'Округ',
    day: '2026-03-02',
    rows: Array.from({ length: 40 }, () => row),
    total: row,
  }
  const bytes = await staffPaper(way.municipality, shelf, report, { words, long: (day) => day })
  const xml = new PizZip(bytes).file('word/document.xml')?.asText() ?? ''
  const attribute = (tag: string, name: string) =>
    Number(xml.match(new RegExp(`<w:${tag} [^>]*w:${name}="(\\d+)"`))?.[1])
  expect(attribute('pgSz', 'w')).toBeLessThan(attribute('pgSz', 'h'))
  const rows = xml.match(/<w:tr[ >].*?<\/w:tr>/gs) ?? []
  expect(rows).toHaveLength(42)
  expect(rows.map((one) => one.includes('<w:tblHeader'))).toEqual(rows.map((_, at) => at === 0))
  // a line of letters takes some 1.2 of their size; all in twentieths of a point, the size in halves
  const padding = attribute('top', 'w')
  const line =
    Math.max(...[...(rows[1] ?? '').matchAll(/<w:sz w:val="(\d+)"/g)].map(([, size]) => Number(size))) * 12
  const room = attribute('pgSz', 'h') - attribute('pgMar', 'top') - attribute('pgMar', 'bottom')
  const [head, heading, note] = [3 * line, 4 * 340, 3 * line]
  // and every fifth name takes a second line
  expect(41 * (line + 2 * padding) + 8 * line + head + heading + note).toBeLessThan(room)
})
