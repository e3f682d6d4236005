/**
 * The guest page cache keeps a page under the address it was rendered from, whatever else the request says; it holds
 * nothing of anybody signed in, and nothing from before a change, also when another process made it.
 */

import { request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, vi } from 'vitest'
import { announce } from '#app/domain/announce.ts'
import { atomically } from '#app/domain/ctx.ts'
import { channel, record } from '#app/domain/log.server.ts'
import { createMetrics } from '#app/web/metrics.server.ts'
import { guestPages, type Keep } from '#app/web/page-cache.server.ts'
import { addressOf, cookieNames } from '#app/web/request.server.ts'
import type { Services } from '#app/web/services.ts'
import { ctxOf, type Database, test } from '#test/support/database.ts'

async function site({ owner }: Database) {
  const services = { owner, zone: 'Asia/Yekaterinburg', log: { error: () => {} } } as unknown as Services
  const app = express()
  app.use(guestPages(services, createMetrics()))
  let rendered = 0
  app.use((request, response) => {
    rendered += 1
    const page = `page of ${addressOf(request).pathname}${addressOf(request).search}`
    const keep = response.locals.keep as Keep | undefined
    keep?.(page)
    response.send(page)
  })
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const ask = (path: string, { host = 'site.test', method = 'GET', cookie = '' } = {}) =>
    new Promise<string>((resolve, reject) => {
      const options = {
        port: (server.address() as AddressInfo).port,
        path,
        method,
        headers: { host, accept: 'text/html', ...(cookie ? { cookie } : {}) },
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
  return { ask, rendered: () => rendered, close: () => server.close() }
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

/** A site that hears of other processes: until then its cache may be dropped at any moment. */
async function listeningSite(database: Database) {
  const made = await site(database)
  await vi.waitFor(async () => {
    await made.ask('/contacts')
    const before = made.rendered()
    await database.owner.sql`select pg_notify(${channel}, 'test.done')`
    await new Promise((resolve) => setTimeout(resolve, 100))
    await made.ask('/contacts')
    expect(made.rendered()).toBe(before + 1)
  }, 10_000)
  await new Promise((resolve) => setTimeout(resolve, 100))
  return made
}

test('a page is rendered once for guests, and anew after a change, not after a refusal', async ({
  database,
}) => {
  const { ask, rendered, close } = await listeningSite(database)
  const [ctx, object] = [ctxOf(database.web.db, null), { kind: 'test', id: null }]
  const start = rendered()
  const renderedBy = async () => {
    await ask('/orders')
    return rendered() - start
  }
  try {
    expect(await renderedBy()).toBe(1)
    expect(await renderedBy()).toBe(1)

    const refused = atomically(ctx, async (ctx) => {
      await record(ctx, 'test.done', object)
      throw new Error('refused')
    })
    await expect(refused).rejects.toThrow('refused')
    expect(await renderedBy()).toBe(1)

    // Who made a change sees it at once: this process does not wait for its own NOTIFY.
    announce([{ kind: 'test.done', objectId: null }])
    expect(await renderedBy()).toBe(2)
    expect(await renderedBy()).toBe(2)

    await atomically(ctx, (ctx) => record(ctx, 'test.done', object))
    expect(await renderedBy()).toBe(3)
  } finally {
    close()
  }
})

test('a change made by another process is heard of', async ({ database }) => {
  const { ask, rendered, close } = await listeningSite(database)
  try {
    await ask('/orders')
    const kept = rendered()
    await ask('/orders')
    expect(rendered()).toBe(kept)

    await database.owner.sql`select pg_notify(${channel}, 'test.done')`
    await vi.waitFor(async () => {
      await ask('/orders')
      expect(rendered()).toBe(kept + 1)
    })
  } finally {
    close()
  }
})

test('who is signed in, or has a sentence to read, neither fills the cache nor is served from it', async ({
  database,
}) => {
  const { ask, rendered, close } = await site(database)
  try {
    for (const name of [cookieNames.session, cookieNames.flash]) {
      const before = rendered()
      await ask('/cabinet', { cookie: `${name}=abc` })
      await ask('/cabinet', { cookie: `${name}=abc` })
      expect(rendered()).toBe(before + 2)
    }
    const before = rendered()
    await ask('/cabinet')
    expect(rendered()).toBe(before + 1)
    await ask('/cabinet', { cookie: `${cookieNames.session}=abc` })
    expect(rendered()).toBe(before + 2)
    await ask('/cabinet', { cookie: 'other=1' })
    expect(rendered()).toBe(before + 2)
  } finally {
    close()
  }
})
