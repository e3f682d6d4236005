/** Signing in by another service, with a real provider on the other side. */
import { afterAll } from 'vitest'
import { test as base, expect, expectAccessible } from '#test/support/site.ts'
import { freePort, startProvider, Walker } from '#test/support/sso-provider.ts'

const port = await freePort()
const address = `http://127.0.0.1:${port}`
const provider = await startProvider(address)
afterAll(() => provider.stop())

const test = base.extend(
  'settings',
  { scope: 'file' },
  (): Record<string, string> => ({ ...provider.settings, PORT: String(port), PUBLIC_URL: address }),
)

const begin = `${address}/signin/sso?next=/drafts`
const pathOf = (answer: Response) => answer.headers.get('location')

async function signedIn(name: string): Promise<Walker> {
  const walker = new Walker()
  const form = { login: `${name}@demo.example`, password: 'demo-rses-2026' }
  await walker.ask(`${address}/signin`, form)
  return walker
}

/** As the owner ties the account: the password, then the link that the page shows; where it ended. */
async function tie(owner: Walker, login: string): Promise<string | null> {
  const page = `${address}/cabinet/security/identity`
  await owner.ask(page, { currentPassword: 'demo-rses-2026', oneTimeCode: '' })
  const shown = await (await owner.ask(page)).text()
  const href = new RegExp(`href="(${provider.issuer}/auth[^"]+)"`).exec(shown)?.[1]?.replaceAll('&amp;', '&')
  if (!href) throw new RangeError('no link to the service')
  return pathOf(await owner.ask(await owner.pass(href, login)))
}

test('an account is tied by its owner; then the service signs in, and untied it does not', async ({
  site,
}) => {
  const stranger = new Walker()
  const unknown = await stranger.ask(await stranger.pass(begin, 'ivanova'))
  expect(pathOf(unknown)).toBe('/signin?sso=identity-unknown')
  expect(await (await stranger.ask(address + pathOf(unknown))).text()).toContain(
    'ни к кому на площадке не привязана',
  )

  const owner = await signedIn('institute')
  // being signed in is not enough, nor is a wrong password
  expect(pathOf(await owner.ask(begin))).toBe('/drafts')
  const page = `${address}/cabinet/security/identity`
  expect((await owner.ask(page, { currentPassword: 'wrong', oneTimeCode: '' })).status).toBe(422)
  expect(await tie(owner, 'ivanova')).toBe('/cabinet/security')
  const [letter] = await site.owner.sql`select count(*)::int from log_entries where kind = 'identity.linked'`
  expect(letter?.count).toBe(1)

  const later = new Walker()
  expect(pathOf(await later.ask(await later.pass(begin, 'ivanova')))).toBe('/drafts')
  expect(await (await later.ask(`${address}/cabinet/security`)).text()).toContain('institute@demo.example')

  const thief = await signedIn('participant')
  expect(await tie(thief, 'ivanova')).toBe('/cabinet/security?sso=identity-taken')

  await owner.ask(`${page}/removal`, {})
  const gone = new Walker()
  expect(pathOf(await gone.ask(await gone.pass(begin, 'ivanova')))).toBe('/signin?sso=identity-unknown')
})

test('an answer is taken once, by the browser that asked, as the account that asked', async ({ site }) => {
  const owner = await signedIn('expert')
  await tie(owner, 'petrov')
  const refused = '/signin?sso=sso-refused'

  const asked = new Walker()
  const answer = await asked.pass(begin, 'petrov')
  const other = new Walker()
  expect(pathOf(await other.ask(answer))).toBe(refused) // it began nothing
  await other.ask(begin)
  expect(pathOf(await other.ask(answer))).toBe(refused) // it began something else
  expect(pathOf(await asked.ask(answer.replace(/code=[^&]+/, 'code=guessed')))).toBe(refused)

  const again = new Walker()
  const second = await again.pass(begin, 'petrov')
  expect(pathOf(await again.ask(second))).toBe('/drafts')
  const session = await signedIn('school')
  expect(pathOf(await session.ask(second))).toBe('/cabinet/security?sso=sso-refused')

  const cancelled = new Walker()
  await cancelled.ask(begin)
  expect(pathOf(await cancelled.ask(`${address}/signin/sso/callback?error=access_denied&state=x`))).toBe(
    refused,
  )

  // begun signed out, finished as somebody: the identity must not be tied to that account
  const mixed = new Walker()
  const late = await mixed.pass(begin, 'sidorov')
  await mixed.ask(`${address}/signin`, { login: 'chair@demo.example', password: 'demo-rses-2026' })
  expect(pathOf(await mixed.ask(late))).toBe('/cabinet/security?sso=sso-refused')
  const tied = await site.owner.sql`select 1 from identities where subject = 'sidorov'`
  expect(tied).toHaveLength(0)
})

test('the second step stays, a closed account stays closed, and nothing leads off the site', async ({
  site,
}) => {
  const owner = await signedIn('moderator')
  await tie(owner, 'kuznetsova')
  const evil = new Walker()
  const far = await evil.ask(await evil.pass(`${address}/signin/sso?next=https://evil.test/`, 'kuznetsova'))
  expect(pathOf(far)).toBe('/cabinet')

  await site.owner.sql`insert into second_factors (user_id, secret, key_id, last_step, created_at)
    select id, 'sealed', 'key', 0, now() from users where email = 'moderator@demo.example'`
  const half = new Walker()
  expect(pathOf(await half.ask(await half.pass(begin, 'kuznetsova')))).toBe('/signin/code')
  expect(pathOf(await half.ask(`${address}/cabinet`))).toMatch(/^\/signin/)

  await site.owner.sql`delete from second_factors`
  await site.owner.sql`update users set disabled_at = now() where email = 'moderator@demo.example'`
  const closed = new Walker()
  expect(pathOf(await closed.ask(await closed.pass(begin, 'kuznetsova')))).toBe(
    '/signin?sso=identity-unknown',
  )
})

test('its button and its state are pages like others', async ({ open, as }) => {
  const page = await open()
  await page.goto('/signin?sso=sso-down')
  await page.getByRole('link', { name: 'Войти через «Вход института»' }).waitFor()
  await page.getByText('Другая служба входа не отвечает').waitFor()
  await expectAccessible(page)
  const security = await as('community')
  await security.goto('/cabinet/security')
  await security.getByRole('link', { name: 'Привязать' }).waitFor()
  await expectAccessible(security)
})

test('while the service is down the password still opens the site', async ({ site }) => {
  await provider.stop()
  const walker = new Walker()
  // known addresses are kept; the code cannot be exchanged
  const to = pathOf(await walker.ask(begin))
  expect(to?.startsWith(provider.issuer)).toBe(true)
  const state = new URL(to ?? '').searchParams.get('state')
  const back = await walker.ask(
    `${site.url}/signin/sso/callback?code=x&state=${state}&iss=${provider.issuer}`,
  )
  expect(pathOf(back)).toBe('/signin?sso=sso-down')
  await expect(signedIn('institute')).resolves.toBeInstanceOf(Walker)
})
