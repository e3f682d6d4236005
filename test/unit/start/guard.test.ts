/** Before any page: a change comes from our own pages only, and a page runs no script but its own. */
import { request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, test } from 'vitest'
import { refuseForgery } from '#app/web/forgery.ts'
import { securityHeaders } from '#app/web/headers.ts'

type Asked = { method?: string; headers?: Record<string, string>; https?: boolean }

async function answerTo({ method = 'GET', headers = {}, https = false }: Asked) {
  const app = express()
  let pages = 0
  app.use((_, response, next) => {
    pages += 1
    response.locals.nonce = `of-page-${pages}`
    next()
  })
  const nonceOf = (request: express.Request) => String(request.res?.locals.nonce)
  app.use(securityHeaders({ https, nonceOf, development: false }))
  app.use(refuseForgery)
  app.use((_, response) => void response.send('done'))
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const ask = () =>
    new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
      const { port } = server.address() as AddressInfo
      const sent = { host: 'site.test', ...headers }
      send({ host: '127.0.0.1', port, method, headers: sent }, (response) => {
        response.resume()
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }))
      })
        .on('error', reject)
        .end()
    })
  try {
    return [await ask(), await ask()] as const
  } finally {
    server.close()
  }
}

const statusOf = async (asked: Asked) => (await answerTo(asked))[0].status

test('a change from another site, or from nowhere, is refused', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    for (const headers of [
      {},
      { origin: 'https://evil.test' },
      { origin: 'null' },
      { origin: 'http://site.test.evil.test' },
      { origin: 'http://site.test:81' },
      { 'sec-fetch-site': 'cross-site', origin: 'http://site.test' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { referer: 'http://site.test/' },
    ] as Record<string, string>[])
      expect([method, headers, await statusOf({ method, headers })]).toEqual([method, headers, 403])
  }
})

test('a change from our own page is taken, and reading is open to links from anywhere', async () => {
  expect(await statusOf({ method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } })).toBe(200)
  expect(await statusOf({ method: 'POST', headers: { origin: 'http://site.test' } })).toBe(200)
  for (const method of ['GET', 'HEAD'])
    expect(await statusOf({ method, headers: { 'sec-fetch-site': 'cross-site' } })).toBe(200)
})

test('scripts run by the nonce of their page alone, and nobody frames or feeds it', async () => {
  const policies = (await answerTo({})).map(({ headers }) => String(headers['content-security-policy']))
  const scripts = policies.map((policy) => /script-src ([^;]*)/.exec(policy)?.[1] ?? '')
  expect(scripts).toEqual([
    "'self' 'strict-dynamic' 'nonce-of-page-1'",
    "'self' 'strict-dynamic' 'nonce-of-page-2'",
  ])
  for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
    expect(policies[0]).toContain(rule)
  expect(policies[0]).toContain("form-action 'self'")
  const [plain] = await answerTo({})
  expect(plain.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  })
  expect(plain.headers).not.toHaveProperty('strict-transport-security')
  expect(plain.headers).not.toHaveProperty('x-powered-by')
  const [secure] = await answerTo({ https: true })
  expect(String(secure.headers['strict-transport-security'])).toContain('max-age=31536000')
})
