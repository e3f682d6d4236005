/** The downloaded registry: the same people as the page, a hidden name in no cell, and the mark of the demonstration. */
import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import ExcelJS from 'exceljs'
import express from 'express'
import { expect } from 'vitest'
import { register } from '#app/web/handlers/experts.ts'
import type { Services } from '#app/web/services.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { type Database, test } from '#test/support/database.ts'

async function fetched({ web }: Database, query: string, demo: boolean): Promise<Buffer> {
  const zone = 'Asia/Yekaterinburg'
  const config = { demo, publicUrl: 'https://experts.example' }
  const services = { web, zone, config, log: { error: () => {} } } as unknown as Services
  const app = express()
  app.use((_, response, next) => {
    const now = new Date('2026-03-02T09:00:00Z')
    response.locals.visit = { actor: null, now, zone, locale: 'ru', address: '198.51.100.7' }
    next()
  })
  register(app, services)
  const server = app.listen(0, '127.0.0.1')
  try {
    await new Promise((resolve) => server.once('listening', resolve))
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${query}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toContain('no-store')
    return Buffer.from(await answer.arrayBuffer())
  } finally {
    server.close()
  }
}

async function download(database: Database, query: string, demo: boolean) {
  const bytes = await fetched(database, query, demo)
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  return bytes.subarray(3).toString().trimEnd().split('\r\n')
}

test('each status is a line; who is hidden has a number and no name; a name is no formula', async ({
  database,
  given,
}) => {
  const direction = await given.registry.direction()
  const open = await given.registry.expert(direction, { familyName: '=Открытова' })
  const hidden = await given.registry.expert(direction, { familyName: 'Скрытова', open: false })
  const past = await given.registry.expert(direction, { during: '[2024-01-01,2026-03-02)' })

  const [mark, head, ...lines] = await download(database, `/experts.csv?direction=${direction.code}`, true)
  const ru = messagesOf('ru')
  expect(mark).toBe(ru.shell.demo.includes(';') ? `"${ru.shell.demo}"` : ru.shell.demo)
  expect(head).toBe(ru.experts.csvHead.join(';'))
  expect(lines.map((line) => Number(line.split(';')[0])).sort((a, b) => a - b)).toEqual(
    [open.number, hidden.number].sort((a, b) => a - b),
  )
  const lineOf = (number: number) => lines.find((line) => line.startsWith(`${number};`))?.split(';')
  expect(lineOf(open.number)?.[1]).toBe("'=Открытова")
  expect(lineOf(hidden.number)?.slice(1, 7)).toEqual([ru.experts.hidden, '', '', '', '', ''])
  expect(lines.join()).not.toContain('Скрытова')
  expect(lineOf(past.number)).toBeUndefined()

  const [first] = await download(database, `/experts.csv?direction=${direction.code}`, false)
  expect(first).toBe(ru.experts.csvHead.join(';'))
})

test('the workbook holds the same rows, nothing of it is a formula, and its passport tells the sum of the CSV', async ({
  database,
  given,
}) => {
  const direction = await given.registry.direction()
  for (const familyName of ['=HYPERLINK("http://x")', '+7', '-1', '@SUM(A1)', '\t=1', 'Обычнова'])
    await given.registry.expert(direction, { familyName })
  await given.registry.expert(direction, { familyName: 'Скрытникова', open: false })
  const query = `?direction=${direction.code}`
  const csv = await fetched(database, `/experts.csv${query}`, false)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await fetched(database, `/experts.xlsx${query}`, false)) as never)
  const [sheet, passport] = workbook.worksheets
  expect(sheet?.rowCount).toBe(8)
  sheet?.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)))
  const families = sheet?.getColumn(2).values.slice(2).map(String) ?? []
  for (const family of families) expect(family).not.toMatch(/^[=+\-@\t]/)
  expect(families.filter((family) => family.startsWith("'"))).toHaveLength(5)
  expect(JSON.stringify(families)).not.toContain('Скрытникова')
  const told = new Map(
    passport?.getRows(1, passport.rowCount)?.map((row) => [row.getCell(1).value, row.getCell(2).value]),
  )
  const { facts } = messagesOf('ru').openData
  const sum = createHash('sha256').update(csv).digest('hex')
  expect(told.get(facts.sha256 ?? '')).toBe(sum)
  expect(told.get(facts.people ?? '')).toBe(7)
  expect(told.get(facts.hidden ?? '')).toBe(1)
  const json: unknown = JSON.parse(
    (await fetched(database, `/experts.passport.json${query}`, false)).toString(),
  )
  expect(json).toMatchObject({ sha256: sum, people: 7, hidden: 1, rows: 7, day: '2026-03-02' })
})
