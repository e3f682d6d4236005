/** The guest page cache keeps a page under the address it was rendered from, whatever else the request says. */

import { request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect } from 'vitest'
import { createMetrics } from '#app/web/metrics.server.ts'
import { guestPages, type Keep } from '#app/web/page-cache.server.ts'
import { addressOf } from '#app/web/request.server.ts'
import type { Services } from '#app/web/services.ts'
import { type Database, test } from '#test/support/database.ts'

async function site({ owner }: Database) {
  const services = { owner, zone: 'Asia/Yekaterinburg', log: { error: () => {} } } as unknown as Services
  const app = express()
  app.use(guestPages(services, createMetrics()))
  app.use((request, response) => {
    const page = `page of ${addressOf(request).pathname}${addressOf(request).search}`
    const keep = response.locals.keep as Keep | undefined
    keep?.(page)
    response.send(page)
  })
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const ask = (path: string, { host = 'site.test', method = 'GET' } = {}) =>
    new Promise<string>((resolve, reject) => {
      const options = {
        port: (server.address() as AddressInfo).port,
        path,
        method,
        headers: { host, accept: 'text/html' },
      }
      send({ host: '127.0.0.1', ...options }, (response) => {
        let text = ''
        response.on('data', (data) => {
          text += data
        })
        response.on('end', () => resolve(text))
      })
        .on('error', reject)
        .end()
    })
  return { ask, close: () => server.close() }
}

test('no request fills the cache for another address', async ({ database }) => {
  const { ask, close } = await site(database)
  try {
    await ask('/orders??&kind=zzz')
    await ask('/orders?q=a#b')
    await ask('/orders', { host: 'localhost/privacy?' })
    await ask('/orders', { host: 'localhost/privacy?', method: 'HEAD' })
    expect(await ask('/orders?q=a%23b')).toBe('page of /orders?q=a%23b')
    expect(await ask('/orders')).toBe('page of /orders')
    expect(await ask('/orders?kind=zzz')).toBe('page of /orders?kind=zzz')
  } finally {
    close()
  }
})
