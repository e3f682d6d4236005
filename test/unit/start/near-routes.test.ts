import { readdirSync } from 'node:fs'
import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NearRoutes, partOf } from '#app/web/near-routes.ts'

const route = (id: string, parentId: string | undefined, path?: string, index?: boolean) => ({
  ...{ id, parentId, path, index, module: `/assets/${id}.js` },
})

const rows = [
  route('root', undefined, ''),
  route('home', 'root', undefined, true),
  route('drafts', 'root', 'drafts'),
  route('drafts-list', 'drafts', undefined, true),
  route('new', 'root', 'drafts/new'),
  route('draft', 'root', 'drafts/:slug'),
  route('draft-text', 'draft', undefined, true),
  route('remarks', 'draft', 'remarks'),
  route('remark', 'draft', 'remarks/:number'),
  route('remark-edit', 'draft', 'remarks/:number/edit'),
  route('others', 'root', 'drafts-of-others'),
  route('experts', 'root', 'experts'),
  route('missing', 'root', '*'),
]
const routes = Object.fromEntries(rows.map((one) => [one.id, one])) as unknown as ServerBuild['routes']
const treeOf = (parent?: string): object[] =>
  rows
    .filter(({ parentId }) => parentId === parent)
    .map(({ id, path, index }) => (index ? { id, path, index } : { id, path, children: treeOf(id) }))
const near = new NearRoutes(routes)

/** What the library says of the whole table, for the address and those above it. */
function told(path: string): string[] {
  const words = path.split('/').filter(Boolean)
  const above = words.map((_, at) => `/${words.slice(0, at + 1).join('/')}`)
  const all = (above.length > 0 ? above : ['/']).flatMap((one) => matchRoutes(treeOf() as [], one) ?? [])
  return [...new Set(all.map(({ route: { id } }) => String(id)))].sort()
}

const word = fc.constantFrom(
  ...['drafts', 'DRAFTS', 'drafts-of-others', 'new', 'remarks', 'edit', 'experts', '7', '%20', '%D0%AF', '*'],
)

test('for any address what is left matches as the whole table would', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), fc.boolean(), (words, slash) => {
      const path = `/${words.join('/')}${slash ? '/' : ''}`
      expect([...near.matched(path)].sort()).toEqual(told(path))
      expect(near.of(path)).toEqual(expect.arrayContaining(told(path)))
    }),
  )
})

test('few are left, and a part of the build holds these in both tables, the build itself staying whole', () => {
  expect(near.of('/drafts/concept')).toEqual([
    ...['root', 'home', 'drafts', 'drafts-list', 'draft', 'draft-text', 'missing'],
  ])
  const build = { routes, assets: { version: '1', routes }, mode: 'production' } as unknown as ServerBuild
  const part = partOf(build, near.of('/experts'))
  expect(Object.keys(part.routes)).toEqual(['root', 'home', 'experts', 'missing'])
  expect(Object.keys(part.assets.routes)).toEqual(['root', 'home', 'experts', 'missing'])
  expect(part.assets.version).toBe('1')
  expect(Object.keys(build.assets.routes)).toHaveLength(rows.length)
})

test('an address that cannot be read is compared as it stands', () => {
  expect(near.of('/drafts/%E0%A4%A')).toContain('draft')
})

test('no route of ours has an optional word: its two patterns would be told as one', () => {
  expect(readdirSync('app/routes').filter((name) => /[()]/.test(name))).toEqual([])
})
