/** The registry as a visitor meets it: filters without JavaScript, the card, orders, the download, hostile addresses. */
import { expect, expectAccessible, test } from '#test/support/site.ts'

test('filters, another day and pages work without JavaScript', async ({ open }) => {
  const page = await open({ javaScriptEnabled: false })
  await page.goto('/experts')
  await page.getByText(/В реестре 3.862.эксперта/).waitFor()
  await page.getByLabel(/^Профессионально-общественная экспертиза/).check()
  await page.getByLabel(/^Региональный/).check()
  await page
    .getByRole('group', { name: 'Муниципалитет' })
    .getByLabel(/^Миасский/)
    .check()
  await page.getByRole('button', { name: 'Показать' }).last().click()
  const found = Number(((await page.getByText(/^Найден/).textContent()) ?? '').replace(/\D/g, ''))
  expect(found).toBeGreaterThan(5)
  expect(await page.getByRole('main').getByRole('article').count()).toBe(Math.min(found, 25))
  expect(await page.getByLabel(/^Миасский/).isChecked()).toBe(true)

  await page.getByText('выбрать другой день').click()
  await page.getByLabel('День').fill('2010-01-01')
  await page.getByRole('button', { name: 'Показать' }).last().click()
  await page.getByText('В этот день в реестре никого нет').waitFor()
  await page.getByRole('link', { name: 'Сбросить всё' }).first().click()

  const first = await page.getByRole('article').first().textContent()
  await page.getByRole('link', { name: 'Дальше' }).click()
  expect(await page.getByRole('article').first().textContent()).not.toBe(first)
})

test('a name with a typo leads to the card, and the card to the order', async ({ page }) => {
  await page.goto('/experts')
  await page.getByLabel('Фамилия, имя или номер').fill('Ордынцва Кира')
  await page.getByRole('button', { name: 'Показать' }).last().click()
  await page.getByText('Показаны похожие имена').waitFor()
  await page.getByRole('link', { name: 'Ордынцева Кира Львовна' }).click()
  await page.getByRole('heading', { name: 'Статусы сегодня' }).waitFor()
  const facts = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '{}')
  expect(facts).toMatchObject({ '@type': 'Person', name: 'Ордынцева Кира Львовна' })
  await expectAccessible(page)
  await page
    .getByRole('link', { name: /^№ 01-демо\/26/ })
    .first()
    .click()
  await page.getByRole('heading', { name: 'Список к приказу' }).waitFor()
  await expectAccessible(page)
})

test('a withdrawn consent takes the name from the next request on', async ({ site, as, page }) => {
  await page.goto('/experts?q=Вешнякова')
  await page.getByRole('link', { name: 'Вешнякова Вера Константиновна' }).click()
  await page.waitForURL(/experts\/\d+$/)
  const card = page.url()
  const own = await as('chair')
  await own.goto('/cabinet/consents')
  const answered = own.waitForResponse((answer) => answer.request().method() === 'POST')
  await own.locator('form[action="/cabinet/consents/withdrawal"] button').click()
  await answered

  expect(await (await fetch(card)).text()).not.toContain('Вешнякова')
  expect(await (await fetch(`${site.url}/experts?q=Вешнякова`)).text()).not.toContain('Вера Константиновна')
  expect(await (await fetch(`${site.url}/experts.csv`)).text()).not.toContain('Вешнякова;Вера;Константиновна')
})

// In light every page of the site is looked at by the walk over hostile texts.
test('pages of the registry pass axe in the dark and fit a narrow screen', async ({ open }) => {
  const page = await open({ colorScheme: 'dark', viewport: { width: 320, height: 700 } })
  for (const path of [
    '/experts',
    '/experts?q=Нетакого',
    '/experts/13',
    '/orders',
    '/orders/demo-public-excluded',
  ]) {
    await page.goto(path)
    await expectAccessible(page)
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(beyond, path).toBeLessThanOrEqual(0)
  }
})

test('the download has the mark of the demonstration and the lines of the filter', async ({ site }) => {
  const answer = await fetch(`${site.url}/experts.csv?municipality=miass&direction=gia`)
  expect(answer.headers.get('content-disposition')).toMatch(/attachment; filename=".+\.csv"/)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [mark, head, ...lines] = new TextDecoder().decode(bytes).trim().split('\r\n')
  expect(mark).toContain('Демонстрационные данные')
  expect(head?.split(';')).toHaveLength(14)
  expect(lines.length).toBeGreaterThan(20)
  // who works in two places is found by both and shown with the newer one: the demonstration moves one such by chance
  const rows = lines.map((line) => line.split(';'))
  const elsewhere = rows.filter((row) => !/Миасский|^$/.test(row[6] ?? '')).map((row) => Number(row[0]))
  const both = await site.owner.sql`
    select distinct p.number from people p join employments e on e.person_id = p.id and e.during @> current_date
      join organisations o on o.id = e.organisation_id join municipalities m on m.id = o.municipality_id
    where p.number = any(${elsewhere}::int[]) and m.name like 'Миасский%'`
  expect(both.map(({ number }) => number).sort()).toEqual([...new Set(elsewhere)].sort())
  expect(elsewhere.length).toBeLessThan(rows.length / 10)
})

test('no address makes the server fail', async ({ site }) => {
  const hostile = [
    '/experts?after=%00',
    '/experts?after=W10',
    `/experts?q=${'ы'.repeat(1500)}`,
    '/experts?q=%00%FF&day=%00',
    '/experts.csv?q=%00&day=x',
    '/experts/%00',
    '/experts/2147483648',
    '/experts/1e9',
    '/orders/%00',
    '/orders?after=2026-02-31_x',
    '/orders?after=0000-00-00_x',
    '/orders/demo-gia-main?after=99999999',
    '/orders/demo-gia-main?after=-1',
    "/orders?direction=';--",
  ]
  for (const path of hostile) {
    const { status } = await fetch(site.url + path)
    expect(status, path).toBeLessThan(500)
  }
})

test('days of the registry are counted anew each time, so one address asks for some of them in a minute', async ({
  site,
}) => {
  const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10)
  const ask = async (path: string, times: number) =>
    Promise.all(
      Array.from({ length: times }, async (_, n) => (await fetch(`${site.url}${path}${day(n)}`)).status),
    )
  await site.owner.sql`delete from rate_limits`
  const statuses = [
    ...(await ask('/experts/changes.data?from=', 35)),
    ...(await ask('/experts/coverage.data?day=', 35)),
  ]
  await site.owner.sql`delete from rate_limits`
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(5)
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(60)
})
