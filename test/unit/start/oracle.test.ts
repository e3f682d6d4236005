/**
 * Nothing that answers is missing in the oracle of permissions: each page, each form and each plain handler of the code
 * has an address there, so whoever adds one has to say who gets what.
 */
import { readdirSync, readFileSync } from 'node:fs'
import express from 'express'
import { expect, test } from 'vitest'
import { resources } from '#app/web/handlers/api.ts'
import { registerHandlers } from '#app/web/handlers/index.ts'
import type { LivePages } from '#app/web/live.server.ts'
import type { Services } from '#app/web/services.ts'
import { content } from '#content/load.ts'
import { readMatrix } from '#test/support/matrix.ts'

const entries = readMatrix()

interface Layer {
  route?: { path: string | RegExp; methods: Record<string, boolean> }
  regexp: RegExp
}

/** What the plain handlers answer to, as Express keeps it. */
function handlers(): Layer[] {
  const app = express()
  const config = { dataDir: '/nowhere', publicUrl: 'http://localhost', demo: true }
  const services = { config, content: content(), log: { error: () => {} } } as unknown as Services
  registerHandlers(app, services, {} as LivePages)
  return app._router.stack.filter(({ route }: Layer) => route)
}

const folders = readdirSync('app/routes', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(`app/routes/${entry.name}`).includes('route.tsx'))
  .map(({ name }) => ({ name, text: readFileSync(`app/routes/${name}/route.tsx`, 'utf8') }))

test('each plain handler has an address in the oracle', () => {
  const asked = entries.flatMap(({ get }) => get ?? []).map((address) => address.replace(/\?.*/, ''))
  // the open interface never looks at who asks; test/db/experts/api.test.ts reads each of its resources
  const open = resources.map(({ path }) => `/api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`)
  const found = handlers().filter(({ route }) => route?.methods.get && !open.includes(String(route.path)))
  expect(found.length).toBeGreaterThan(25)
  const missing = found.filter(({ regexp }) => !asked.some((address) => regexp.test(address)))
  expect(missing.map(({ route }) => String(route?.path))).toEqual([])
})

test('each page that is shown has a GET in the oracle, and each form a POST', () => {
  const has = (name: string, method: 'get' | 'post') =>
    entries.some((entry) => entry.route === name && entry[method])
  const shown = /^export (default|const loader|async function loader)/m
  const taken = /^export (const|async function|function) action\b|^export \{[^}]*\baction\b/m
  const missing = folders.flatMap(({ name, text }) => [
    ...(shown.test(text) && !has(name, 'get') ? [`GET ${name}`] : []),
    // a sign-out would end the session that later entries ask with; test/e2e/accounts/signing.test.ts does it
    ...(taken.test(text) && !has(name, 'post') && name !== 'signout' ? [`POST ${name}`] : []),
  ])
  expect(missing).toEqual([])
  expect(folders.filter(({ text }) => taken.test(text)).length).toBeGreaterThan(90)
})

test('a form that may be refused has a page to show it on: without one the refusal goes out as a 200', () => {
  const refusing = folders.filter(({ text }) => /export const action = serveForm\(/.test(text))
  const bare = refusing.filter(({ text }) => !/export default|\bdefault\b.*\bfrom\b/.test(text))
  // a script asks, and reads the answer itself
  expect(bare.map(({ name }) => name)).toEqual([
    'drafts.$slug.saving',
    'panels.$number.round.saving',
    'practices.$number.sections.$code.saving',
    'sheets.$id.saving',
    'works.$number.saving',
  ])
})
