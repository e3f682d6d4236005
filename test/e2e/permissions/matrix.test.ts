import { readdirSync } from 'node:fs'
import { describe } from 'vitest'
import { accounts, answerFor, type Entry, readMatrix } from '#test/support/matrix.ts'
import { named } from '#test/support/matrix-names.ts'
import { expect, type Site, test } from '#test/support/site.ts'

const entries = readMatrix()
const roles = ['guest', ...accounts]

describe('each address answers each role as the oracle says', () => {
  for (const entry of entries) {
    test(`${entry.get ? 'GET' : 'POST'} ${entry.get ?? entry.post}`, async ({ site }) => {
      const given = Object.fromEntries(
        await Promise.all(roles.map(async (role) => [role, await ask(site, entry, role)])),
      )
      expect(given).toEqual(Object.fromEntries(roles.map((role) => [role, answerFor(entry, role)])))
    })
  }
})

test('no route is missing in the oracle', () => {
  const known = new Set(entries.map(({ route }) => route))
  const missing = routeFolders().filter((route) => !known.has(route))
  expect(missing).toEqual([])
})

test('every address with a change is refused to a guest', () => {
  for (const entry of entries.filter(({ post }) => post)) {
    expect([entry.post, answerFor(entry, 'guest')]).not.toEqual([entry.post, 200])
  }
})

async function ask(site: Site, entry: Entry, role: string) {
  const headers: Record<string, string> = {
    Accept: 'text/html',
    Origin: site.url,
    Host: new URL(site.url).host,
  }
  if (role !== 'guest') headers.Cookie = await cookie(site, role)
  const names = await namesOf(site)
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => names[name] ?? '')
  const fields = Object.entries(entry.fields ?? {}).map(([name, value]) => [name, filled(value)])
  const body = entry.post ? new URLSearchParams(fields) : undefined
  const answer = await fetch(site.url + filled(entry.get ?? entry.post ?? ''), {
    method: body ? 'POST' : 'GET',
    redirect: 'manual',
    headers,
    body,
  })
  await answer.arrayBuffer()
  return answer.headers.get('location')?.startsWith('/signin') ? 'signin' : answer.status
}

let names: Promise<Record<string, string>> | undefined
function namesOf(site: Site) {
  names ??= named(site.owner)
  return names
}

const cookies = new Map<string, Promise<string>>()
function cookie(site: Site, role: string): Promise<string> {
  const known = cookies.get(role) ?? site.cookieOf(role)
  cookies.set(role, known)
  return known
}

function routeFolders(): string[] {
  return readdirSync('app/routes', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(`app/routes/${entry.name}`).includes('route.tsx'))
    .map(({ name }) => name)
}
