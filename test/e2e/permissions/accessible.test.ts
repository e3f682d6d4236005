/**
 * Every page and file that the oracle names, as the first role that gets it sees it, over a database of hostile texts:
 * nothing for axe, nothing comes to life, nothing is wider than a phone. Rooms look at their pages in the dark too.
 */
import type { Page } from 'playwright-core'
import postgres from 'postgres'
import { inject } from 'vitest'
import { alive, faultsOf, makeHostile } from '#test/support/hostile.ts'
import { accounts, answerFor, type Entry, readMatrix } from '#test/support/matrix.ts'
import { named } from '#test/support/matrix-names.ts'
import { expect, expectAccessible, type Site, test } from '#test/support/site.ts'

const roles = ['guest', ...accounts]

test('hostile texts stay texts on every page and in every file, and axe finds nothing', {
  timeout: 900_000,
}, async ({ as, page, site }) => {
  const names = await named(site.owner)
  expect(await hostileIn(site)).toEqual([])
  const pages = new Map<string, Promise<Page>>([['guest', Promise.resolve(page)]])
  const faults: string[] = []
  let [looked, files] = [0, 0]
  for (const [address, role] of visits(readMatrix())) {
    const known = pages.get(role) ?? as(role)
    pages.set(role, known)
    const visitor = await known
    const path = address.replace(/\{(\w+)\}/g, (_, name: string) => names[name] ?? '')
    const told = (fault: string) => faults.push(`${role} ${path}: ${fault}`)
    const shown = await visitor.goto(path).catch(() => null)
    if (!shown || !(await shown.headerValue('content-type'))?.includes('text/html')) {
      const file = await fileOf(visitor, site.url + path)
      for (const fault of await faultsOf(visitor, file.bytes, file.type)) told(fault)
      files += 1
      continue
    }
    if (shown.status() >= 500) told(`answers ${shown.status()}`)
    // who is led elsewhere sees a page that has its own address
    if (new URL(visitor.url()).pathname !== new URL(site.url + path).pathname) continue
    await expectAccessible(visitor).catch((error: Error) => told(error.message))
    for (const fault of await alive(visitor)) told(fault)
    await visitor.setViewportSize({ width: 320, height: 800 })
    const over = await visitor.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (over > 0) told(`${over} px wider than a phone`)
    await visitor.setViewportSize({ width: 1280, height: 800 })
    looked += 1
  }
  expect(faults).toEqual([])
  expect(looked).toBeGreaterThan(90)
  expect(files).toBeGreaterThan(10)
})

async function hostileIn(site: Site): Promise<string[]> {
  const [row] = await site.owner.sql<{ name: string }[]>`select current_database() as name`
  const url = new URL(inject('adminUrl'))
  url.pathname = `/${row?.name}`
  const sql = postgres(url.href, { max: 1, onnotice: () => {} })
  const refused = await makeHostile(sql)
  await sql.end()
  return refused
}

/** Each address once: with the first role that is shown it, or with a guest who is shown why not. */
function visits(entries: readonly Entry[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const entry of entries) {
    if (!entry.get || found.has(entry.get)) continue
    const role = roles.find((name) => answerFor(entry, name) === 200)
    if (role || typeof answerFor(entry, 'guest') === 'number') found.set(entry.get, role ?? 'guest')
  }
  return found
}

/** The file at an address; a fault of the server throws. */
async function fileOf(visitor: Page, url: string): Promise<{ bytes: Uint8Array; type: string }> {
  const answer = await visitor.request.get(url, { maxRedirects: 0, headers: { Accept: 'text/html' } })
  if (answer.status() >= 500) throw new Error(`${answer.status()} ${url}`)
  return { bytes: await answer.body(), type: answer.headers()['content-type'] ?? '' }
}
