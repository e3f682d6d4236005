import { expect, test } from 'vitest'
import { pageManifest } from '#app/web/page-routes.ts'

type Manifest = Parameters<typeof pageManifest>[0]

const route = (id: string, parentId: string | undefined, path?: string, index?: boolean) => ({
  ...{ id, parentId, path, index, module: `/assets/${id}.js` },
  ...{ hasAction: false, hasLoader: true, hasClientAction: false, hasClientLoader: false },
  hasErrorBoundary: false,
})

const routes = Object.fromEntries(
  [
    route('root', undefined, ''),
    route('home', 'root', undefined, true),
    route('drafts', 'root', 'drafts'),
    route('drafts-list', 'drafts', undefined, true),
    route('draft', 'root', 'drafts/:slug'),
    route('draft-text', 'draft', undefined, true),
    route('remark', 'draft', 'remarks/:number'),
    route('others', 'root', 'drafts-of-others'),
    route('experts', 'root', 'experts'),
    route('missing', 'root', '*'),
  ].map((one) => [one.id, one]),
)
const manifest = { version: '1', url: '/m.js', entry: { module: '/e.js', imports: [] }, routes } as Manifest
const idsOf = (...matched: string[]) => Object.keys(pageManifest(manifest, matched).routes).sort()

test('a page brings its own routes and every one of the addresses above it, no others', () => {
  const above = ['draft', 'draft-text', 'drafts', 'drafts-list', 'home', 'root']
  expect(idsOf('root', 'draft', 'remark')).toEqual([...above, 'remark'].sort())
  expect(idsOf('root', 'home')).toEqual(['home', 'root'])
  expect(idsOf('root', 'missing')).toEqual(['home', 'missing', 'root'])
})

test('the part is made once for a route, and the table itself stays whole', () => {
  const first = pageManifest(manifest, ['root', 'draft', 'remark'])
  expect(pageManifest(manifest, ['root', 'draft', 'remark'])).toBe(first)
  expect(first.entry).toBe(manifest.entry)
  expect(Object.keys(manifest.routes)).toHaveLength(10)
})
