/** A guest reads everything without signing in; each page of the room passes axe in both themes. */
import { expect, expectAccessible, test } from '#test/support/site.ts'

test('a guest reads text, remarks, decisions and the summary, and is asked to sign in to write', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Смотреть проекты' }).click()
  await page.waitForURL('**/drafts')
  await page.goto('/drafts/concept')
  expect(await page.locator('[data-draft-text] h2').count()).toBeGreaterThan(3)
  const note = page.locator('[data-draft-text] aside article').first()
  await note.getByRole('link', { name: /№/ }).click()
  await page.waitForURL(/remarks\/\d+$/)
  await page.getByRole('heading', { name: 'Решение разработчика' }).waitFor()
  await page.goto('/drafts/concept/remark')
  expect(await page.getByRole('link', { name: 'Войти и написать' }).count()).toBe(1)
  for (const path of ['/drafts/concept/processing', '/drafts/concept/edit', '/drafts/new']) {
    await page.goto(path)
    expect(new URL(page.url()).pathname).toBe('/signin')
  }
})

test('a mark leads to its remark, and every unit has an address of its own', async ({ page }) => {
  await page.goto('/drafts/concept')
  const mark = page.locator('[data-draft-text] mark a').first()
  const target = (await mark.getAttribute('href')) ?? ''
  expect(await page.locator(target).count()).toBe(1)
  const ids = await page
    .locator('[data-draft-text] [id^="b-"]')
    .evaluateAll((units) => units.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
})

test('the words of a draft travel once, and a navigation inside the site shows them too', async ({
  page,
}) => {
  await page.goto('/drafts/concept')
  const words = (await page.locator('[data-draft-text] p [data-block]').nth(5).innerText()).slice(0, 40)
  const document = await (
    await page.request.get('/drafts/concept', { headers: { Accept: 'text/html' } })
  ).text()
  expect(document.split(words)).toHaveLength(2)
  await page.goto('/drafts', { waitUntil: 'networkidle' })
  await page.evaluate(() => Object.assign(window, { stayed: true }))
  await page.locator('a[href="/drafts/concept"]').first().click()
  await page.locator('[data-draft-text] aside article footer a').first().click()
  await page.waitForURL(/remarks\/\d+$/)
  expect(await page.evaluate(() => 'stayed' in window)).toBe(true)
})

test('no page is wider than a narrow screen', async ({ as }) => {
  const page = await as('institute', { viewport: { width: 320, height: 700 } })
  for (const path of [...guestPaths, ...workPaths]) {
    await page.goto(path)
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(beyond, path).toBeLessThanOrEqual(0)
  }
})

const guestPaths = [
  '/',
  '/drafts',
  '/drafts/concept',
  '/drafts/concept/remarks/1',
  '/drafts/concept/versions',
  '/drafts/concept/summary',
  '/drafts/concept/remark',
]
const workPaths = [
  'edit',
  'passport',
  'stages',
  'publish',
  'processing',
  'remarks/1/decision',
  'remarks/1/reply',
]
  .map((page) => `/drafts/concept/${page}`)
  .concat('/drafts/new', '/cabinet/proposals')

// In light every page of the site is looked at by the walk over hostile texts.
test('pages for readers are accessible in the dark', async ({ open }) => {
  const page = await open({ colorScheme: 'dark' })
  for (const path of guestPaths) {
    await page.goto(path)
    await expectAccessible(page)
  }
})

test('pages for the developer are accessible in the dark', async ({ as }) => {
  const page = await as('institute', { colorScheme: 'dark' })
  for (const path of workPaths) {
    await page.goto(path)
    await expectAccessible(page)
  }
})

test('a long summary is read by decision, and what no decision is called shows it whole', async ({
  page,
}) => {
  const rows = async (address: string) => {
    await page.goto(`/drafts/concept/summary${address}`)
    return page.locator('main ol > li[id]').count()
  }
  const all = await rows('')
  const refused = await rows('?decision=rejected')
  expect(await page.getByRole('link', { name: /^не учтено/ }).getAttribute('aria-current')).toBe('page')
  expect(refused).toBeGreaterThan(0)
  const waiting = await rows('?decision=none')
  const told = await page.getByText(/^Отвечено \d+ из \d+$/).innerText()
  const [answered = 0, total = 0] = told.match(/\d+/g)?.map(Number) ?? []
  expect(waiting).toBe(total - answered)
  expect(await rows('?decision=__proto__')).toBe(all)
})
