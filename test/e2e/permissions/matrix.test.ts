import { describe } from 'vitest'
import { leaksIn, plantMarks } from '#test/support/closed-markers.ts'
import { accounts, answerFor, type Entry, readMatrix } from '#test/support/matrix.ts'
import { named } from '#test/support/matrix-names.ts'
import { expect, type Site, test } from '#test/support/site.ts'

const entries = readMatrix()
const roles = ['guest', ...accounts]
/** of all answers above; looked at when all were given */
const faults: string[] = []
/** closed fields met in pages of those who may not see them */
const leaks: string[] = []

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

test('no page of the oracle told anybody a closed field without the right to it', () => {
  expect(leaks).toEqual([])
})

test('each of these answers was guarded: scripts by the nonce of its page alone, no guessed types, nothing kept for others', () => {
  expect(faults).toEqual([])
})

test("each page's own part refuses by itself: a script that asks for it alone gets round no parent", async ({
  site,
}) => {
  const found = await namesOf(site)
  const open: string[] = []
  let asked = 0
  for (const { route, get, ...entry } of entries) {
    if (!get || route.startsWith('/')) continue
    const url = new URL(site.url + get.replace(/\{(\w+)\}/g, (_, name: string) => found[name] ?? ''))
    if (/\.\w+$/.test(url.pathname)) continue
    url.pathname = url.pathname === '/' ? '/_root.data' : `${url.pathname}.data`
    url.searchParams.set('_routes', `routes/${route}`)
    // whoever is refused and signed in, else the guest
    const refused = (role: string) => Number(answerFor({ route, ...entry }, role)) >= 400
    const role = refused('applicant') ? 'applicant' : 'guest'
    if (role === 'guest' && answerFor({ route, ...entry }, role) !== 'signin' && !refused(role)) continue
    const headers = new Headers(role === 'guest' ? [] : [['Cookie', await cookie(site, role)]])
    const answer = await fetch(url, { headers, redirect: 'manual' })
    const text = await answer.text()
    asked += 1
    if (answer.status === 200 || answer.status >= 500)
      open.push(`${role} ${url.pathname}: ${text.slice(0, 80)}`)
  }
  expect(open).toEqual([])
  expect(asked).toBeGreaterThan(150)
})

test('no form of the oracle is taken from another site, from nowhere, or from a page without an origin', async ({
  site,
}) => {
  const admin = await cookie(site, 'admin')
  const wrong: Record<string, string>[] = [{}, { Origin: 'null' }, { Origin: 'https://evil.test' }]
  const forms = new Set(entries.flatMap(({ post }) => post ?? []))
  const taken: string[] = []
  for (const post of forms) {
    // a mail program ends letters with the sealed link alone
    if (post.startsWith('/unsubscribe/')) continue
    for (const headers of wrong) {
      const body = new URLSearchParams()
      const sent = { ...headers, Accept: 'text/html', Cookie: admin }
      const answer = await fetch(site.url + post, { method: 'POST', redirect: 'manual', headers: sent, body })
      await answer.arrayBuffer()
      if (answer.status !== 403 || answer.headers.get('set-cookie')) taken.push(`${post} ${headers.Origin}`)
    }
  }
  expect(taken).toEqual([])
  expect(forms.size).toBeGreaterThan(90)
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
  const text = await answer.text()
  // what a form answers to a reason is for its own test
  if (!body) leaks.push(...leaksIn(text, role).map((mark) => `${role} ${answer.url}: ${mark}`))
  faults.push(...faultsOf(answer, text, role).map((fault) => `${role} ${answer.url}: ${fault}`))
  return answer.headers.get('location')?.startsWith('/signin') ? 'signin' : answer.status
}

let names: Promise<Record<string, string>> | undefined
function namesOf(site: Site) {
  names ??= plantMarks(site.owner).then(() => named(site.owner))
  return names
}

const cookies = new Map<string, Promise<string>>()
function cookie(site: Site, role: string): Promise<string> {
  const known = cookies.get(role) ?? site.cookieOf(role)
  cookies.set(role, known)
  return known
}

/** What every answer must carry, the refusals too. */
function faultsOf(answer: Response, text: string, role: string): string[] {
  const head = (name: string) => answer.headers.get(name) ?? ''
  const policy = head('content-security-policy')
  const nonce = /script-src 'self' 'strict-dynamic' 'nonce-([^']{16,})'/.exec(policy)?.[1]
  const scripts = head('content-type').includes('text/html') ? (text.match(/<script[^>]*>/g) ?? []) : []
  const foreign = scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))
  // the one page that is made for other sites; it must not be told from whom it is asked
  const framed = new URL(answer.url).pathname.startsWith('/embed/')
  const faults = [
    ...(nonce &&
    policy.includes(`frame-ancestors ${framed ? '*' : "'none'"}`) &&
    /object-src 'none'/.test(policy)
      ? []
      : ['no CSP']),
    ...(head('x-content-type-options') === 'nosniff' ? [] : ['types may be guessed']),
    ...(head('x-powered-by') ? ['tells what it runs on'] : []),
    ...foreign,
  ]
  // the same for everybody, whoever is signed in
  const open = /^\/(api\/v1|feeds|keys\.json|embed)(\/|$)/.test(new URL(answer.url).pathname)
  if (role !== 'guest' && !open && !/private|no-store/.test(head('cache-control'))) faults.push('may be kept')
  return faults
}
