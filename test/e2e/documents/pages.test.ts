import type { Page } from 'playwright-core'
import { messagesOf } from '#content/messages/index.server.ts'
import { expect, expectAccessible, test } from '#test/support/site.ts'

const paths = [
  ...['/documents', '/documents?state=in-force&kind=order', '/documents/order-2023-1765', '/directions'],
  ...['/directions?list=2021', '/directions/vpr', '/glossary', '/organisations', '/organisations/chiro'],
  ...['/about', '/help', '/help/expert', '/rules', '/privacy', '/contacts', '/search', '/search?q=эксперт'],
  '/search?q=zzqq',
]

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

// In light every page of the site is looked at by the walk over hostile texts.
test('a guest reads every page in the dark, and nothing goes past the edge at 320 px', async ({ open }) => {
  const page = await open({ colorScheme: 'dark', viewport: { width: 320, height: 700 } })
  for (const path of paths) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(200)
    expect(await page.locator('h1').count(), path).toBe(1)
    expect(await overflow(page), path).toBe(0)
    await expectAccessible(page)
  }
}, 240_000)

test('filters, lists and search work without JavaScript', async ({ open }) => {
  const page = await open({ javaScriptEnabled: false })
  await page.goto('/documents')
  await page.getByLabel('Только действующие').check()
  await page.getByRole('button', { name: 'Показать' }).click()
  expect(page.url()).toContain('state=in-force')
  expect(await page.getByText(/^Утратил силу/).count()).toBe(0)

  await page.goto('/documents/order-2021-3050')
  await page.getByRole('link', { name: /Об утверждении Концепции регионального/ }).click()
  await page.getByText('02/1765').first().waitFor()

  await page.goto('/directions')
  await page.getByRole('link', { name: '2021 год' }).click()
  await page.getByText('В следующую редакцию не вошло').first().waitFor()

  await page.getByRole('searchbox', { name: 'Поиск по сайту' }).fill('претендент')
  await page.getByRole('searchbox', { name: 'Поиск по сайту' }).press('Enter')
  await page.getByRole('heading', { name: 'Глоссарий' }).waitFor()
  await page
    .getByRole('main')
    .getByRole('link', { name: /претендент на статус эксперта/ })
    .first()
    .click()
  expect(decodeURI(page.url())).toContain('/glossary#term-applicant')
}, 60_000)

test('the roadmap says what was late, and nothing more than is recorded', async ({ page }) => {
  await page.goto('/about')
  const measure = page
    .getByRole('listitem')
    .filter({ hasText: 'Обновление комплекта региональных документов' })
  await measure.getByText('выполнено с опозданием, 17 июля 2023').waitFor()
  expect(await page.getByText(/^выполнено/).count()).toBe(1)
})

test('in English the pages say which of them are Russian, and mark the words', async ({ page }) => {
  await page.goto('/privacy?lang=en')
  await page.getByText('This page exists in Russian only.').waitFor()
  expect(await page.locator('h1').getAttribute('lang')).toBe('ru')
  await page.goto('/about?lang=en')
  await page.getByRole('heading', { name: 'About the community', level: 1 }).waitFor()
  await expectAccessible(page)
})

test('search answers anything with a page', async ({ page, site }) => {
  const queries = ['', 'я', '%00', '%E2%80%AE%D0%B2%D0%BF%D1%80', '%26%7C%21%28%29%3A%2A', 'z'.repeat(10_000)]
  for (const query of [...queries, '%3Cscript%3Ealert(1)%3C/script%3E', '%ff%fe', "zz'--"]) {
    const answer = await page.goto(`/search?q=${query}`)
    expect(answer?.status(), query.slice(0, 40)).toBe(200)
    await page.getByRole('main').getByRole('button', { name: 'Найти' }).waitFor()
  }
  const strange = await fetch(`${site.url}/search?q=zz&group=nothing`)
  expect(strange.status).toBe(200)
}, 60_000)

test('while the data are a demonstration, crawlers are sent away', async ({ site }) => {
  const robots = await fetch(`${site.url}/robots.txt`)
  expect(await robots.text()).toContain('Disallow: /\n')
  const map = await fetch(`${site.url}/sitemap.xml`)
  expect(map.headers.get('x-robots-tag')).toBe('noindex')
  const addresses = [...(await map.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = '']) => address,
  )
  expect(addresses.some((address) => address.endsWith('/documents/order-2023-1765'))).toBe(true)
  for (const address of addresses) {
    const { pathname } = new URL(address)
    const answer = await fetch(site.url + pathname)
    expect(answer.status, pathname).toBe(200)
    const page = await answer.text()
    expect(page, pathname).toContain('<meta name="robots" content="noindex"/>')
    expect(page.replace(/[\s\u00a0]+/g, ' '), pathname).toContain(messagesOf('ru').shell.demo)
  }
}, 60_000)

test('a page names the only scripts it runs by a nonce of this very answer, also from the cache', async ({
  site,
}) => {
  const nonces = new Set<string>()
  for (let at = 0; at < 3; at += 1) {
    const answer = await fetch(`${site.url}/contacts`)
    const [, nonce = ''] =
      /script-src [^;]*'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '') ?? []
    nonces.add(nonce)
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
  }
  expect(nonces.size).toBe(3)
})
