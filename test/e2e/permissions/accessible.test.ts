/** Every page that the oracle names, as the first role that gets it sees it: nothing for axe. Rooms look at theirs in the dark too. */
import type { Page } from 'playwright-core'
import { accounts, answerFor, type Entry, readMatrix } from '#test/support/matrix.ts'
import { named } from '#test/support/matrix-names.ts'
import { expect, expectAccessible, test } from '#test/support/site.ts'

const roles = ['guest', ...accounts]

test('axe finds nothing on any page', { timeout: 900_000 }, async ({ as, page, site }) => {
  const names = await named(site.owner)
  const pages = new Map<string, Promise<Page>>([['guest', Promise.resolve(page)]])
  const faults: string[] = []
  let looked = 0
  for (const [address, role] of visits(readMatrix())) {
    const known = pages.get(role) ?? as(role)
    pages.set(role, known)
    const visitor = await known
    const path = address.replace(/\{(\w+)\}/g, (_, name: string) => names[name] ?? '')
    if (!(await isPage(visitor, site.url + path))) continue
    await visitor.goto(path)
    await expectAccessible(visitor).catch((error: Error) => faults.push(`${role}: ${error.message}`))
    looked += 1
  }
  expect(faults).toEqual([])
  expect(looked).toBeGreaterThan(90)
})

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

/** Files and feeds of the oracle are no pages; neither is an address that leads elsewhere. */
async function isPage(visitor: Page, url: string): Promise<boolean> {
  const answer = await visitor.request.get(url, { maxRedirects: 0, headers: { Accept: 'text/html' } })
  return answer.status() !== 302 && (answer.headers()['content-type'] ?? '').includes('text/html')
}
