/** What strangers ask of the routes behind links: only the running version, and no endless address, costs anything. */
import type { ServerBuild } from '@remix-run/node'
import type { Request, Response } from 'express'
import { expect, test } from 'vitest'
import { routePatches } from '#app/web/route-patches.server.ts'

const row = (id: string, path: string, parentId?: string) => ({ id, path, ...(parentId ? { parentId } : {}) })
const rows = [row('root', ''), row('experts', 'experts', 'root'), row('card', 'experts/:number', 'root')]
const routes = Object.fromEntries(rows.map((one) => [one.id, one]))
const patches = routePatches({ routes, assets: { version: '1', routes } } as unknown as ServerBuild)

/** Ids that are answered, or null when the library is asked. */
function answer(query: string, { path = '/__manifest', method = 'GET' } = {}): string[] | null {
  let said: string[] | null = null
  const tell = (body: object) => {
    said = Object.keys(body)
  }
  const response = { setHeader: () => {}, json: tell }
  const asked = { path, method, originalUrl: `${path}?${query}` } as unknown as Request
  patches(asked, response as unknown as Response, () => {})
  return said
}

test('links of the running version are answered; anything else is the library’s', () => {
  expect(answer('version=1&p=/experts')).toEqual(['root', 'experts'])
  expect(answer('version=1&p=/experts/7&p=/experts')).toEqual(['root', 'experts', 'card'])
  expect(answer('version=2&p=/experts')).toBeNull()
  expect(answer('version=1')).toBeNull()
  expect(answer(`version=1&${'p=/&'.repeat(201)}`)).toBeNull()
  expect(answer('version=1&p=/', { method: 'POST' })).toBeNull()
})

test('an endless link, one of another site, a name of the language: no more than any', () => {
  expect(answer(`version=1&p=${'/a'.repeat(7000)}`)).toEqual([])
  expect(answer(`version=1&p=${'/'.repeat(7000)}&p=/experts`)).toEqual(['root', 'experts'])
  for (const strange of ['__proto__', '/constructor', '//evil.test/', '/../../etc/passwd', '/%E0%A4%A'])
    expect(answer(`version=1&p=${strange}`)).toEqual([])
})
