/** The downloaded registry: the same people as the page, a hidden name in no cell, and the mark of the demonstration. */
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect } from 'vitest'
import { register } from '#app/web/handlers/experts.ts'
import type { Services } from '#app/web/services.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { type Database, test } from '#test/support/database.ts'

async function download({ web }: Database, query: string, demo: boolean) {
  const zone = 'Asia/Yekaterinburg'
  const services = { web, zone, config: { demo }, log: { error: () => {} } } as unknown as Services
  const app = express()
  app.use((_, response, next) => {
    response.locals.visit = { actor: null, now: new Date('2026-03-02T09:00:00Z'), zone, locale: 'ru' }
    next()
  })
  register(app, services)
  const server = app.listen(0, '127.0.0.1')
  try {
    await new Promise((resolve) => server.once('listening', resolve))
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${query}`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(answer.headers.get('cache-control')).toContain('no-store')
    return bytes.subarray(3).toString().trimEnd().split('\r\n')
  } finally {
    server.close()
  }
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
