/** A sheet loses no word: a lost connection, a closed tab, a killed server, a second device, a page not yet alive. */
import type { Page } from 'playwright-core'
import { signedInBeside, signedOutBeside } from '#test/e2e/panels/tabs.ts'
import { invitationTo } from '#test/e2e/story/people.ts'
import { expect, expectAccessible, test } from '#test/support/site.ts'

const reason = (page: Page, code: string) => page.locator(`[name="reason-${code}"]`)

async function openSheet(page: Page): Promise<string> {
  await page.goto('/cabinet/invitations')
  const row = invitationTo(page, 'Экспертиза положения об информационных системах')
  const href = (await row.getByRole('link', { name: 'Заполнить лист' }).getAttribute('href')) ?? ''
  await page.goto(href, { waitUntil: 'networkidle' })
  return href
}

test('typed without a connection it survives a closed tab and is sent when the connection is back', async ({
  as,
}) => {
  const page = await as('expert')
  const sheet = await openSheet(page)
  await page.context().setOffline(true)
  await reason(page, 'legality').fill('Набрано без связи')
  await page.getByText('Нет связи с сервером').waitFor()
  await expectAccessible(page)
  // a press without a connection does not lose the page
  await page.getByRole('button', { name: 'Отправить лист' }).click()
  expect(await reason(page, 'legality').inputValue()).toBe('Набрано без связи')
  const context = page.context()
  await page.close()
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(sheet)
  await again.getByText('Сохранено', { exact: true }).waitFor()
  expect(await reason(again, 'legality').inputValue()).toBe('Набрано без связи')
  const other = await as('expert', { javaScriptEnabled: false })
  await other.goto(sheet)
  expect(await reason(other, 'legality').inputValue()).toBe('Набрано без связи')
})

test('what was typed while the server was dead is sent when it stands again', async ({ as, site }) => {
  const page = await as('expert')
  const sheet = await openSheet(page)
  await reason(page, 'relevance').fill('До падения')
  await page.getByText('Сохранено', { exact: true }).waitFor()
  const start = await site.crash()
  await reason(page, 'relevance').fill('Набрано при упавшем сервере')
  await page.getByText('Нет связи с сервером').waitFor()
  await start()
  await page.getByText('Сохранено', { exact: true }).waitFor()
  const other = await as('expert', { javaScriptEnabled: false })
  await other.goto(sheet)
  expect(await reason(other, 'relevance').inputValue()).toBe('Набрано при упавшем сервере')
})

test('two devices that wrote over the same record stand side by side until one is chosen', async ({ as }) => {
  const [one, two] = [await as('expert'), await as('expert')]
  const sheet = await openSheet(one)
  await two.goto(sheet, { waitUntil: 'networkidle' })
  await reason(one, 'clarity').fill('С телефона')
  await one.getByText('Сохранено', { exact: true }).waitFor()
  await reason(two, 'clarity').fill('С компьютера')
  await two.getByRole('strong').getByText('Лист изменён на другом устройстве').waitFor()
  await two.getByRole('cell', { name: 'С телефона' }).waitFor()
  await expectAccessible(two)
  await two.getByRole('button', { name: 'Взять с этого устройства' }).click()
  await two.getByText('Сохранено', { exact: true }).waitFor()
  await one.reload({ waitUntil: 'networkidle' })
  expect(await reason(one, 'clarity').inputValue()).toBe('С компьютера')
})

test('on a shared computer the next person finds nothing of it', async ({ as, site }) => {
  const page = await as('expert')
  const sheet = await openSheet(page)
  await page.context().setOffline(true)
  await reason(page, 'completeness').fill('Личное')
  await page.getByText('Нет связи с сервером').waitFor()
  expect(await page.evaluate(() => Object.keys(localStorage).length)).toBe(1)
  await page.context().setOffline(false)
  const [key = '', value = ''] = (await site.cookieOf('participant')).split('=')
  await page.context().clearCookies()
  await page.context().addCookies([{ name: key, value, url: site.url }])
  await page.goto('/cabinet', { waitUntil: 'networkidle' })
  expect(await page.evaluate(() => Object.keys(localStorage).length)).toBe(0)
  expect((await page.goto(sheet))?.status()).toBe(404)
})

test('signed out in another tab in the middle of a sheet, one goes on typing; signed in again, the words are there', async ({
  as,
}) => {
  const page = await as('expert')
  const sheet = await openSheet(page)
  await reason(page, 'feasibility').fill('До выхода')
  await page.getByText('Сохранено', { exact: true }).waitFor()
  const other = await signedOutBeside(page)
  await reason(page, 'feasibility').fill('Набрано после выхода')
  await page.getByText('Вы вышли из системы').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Сохранить и продолжить позже' }).click()
  await page.getByText('Вы вышли из системы').waitFor()
  expect(await reason(page, 'feasibility').inputValue()).toBe('Набрано после выхода')
  // on a shared computer nothing of it is kept for the next person
  expect(await page.evaluate(() => Object.keys(localStorage).length)).toBe(0)
  await signedInBeside(page, other, 'expert')
  await page.getByText('Сохранено', { exact: true }).waitFor()
  await page.goto(sheet, { waitUntil: 'networkidle' })
  expect(await reason(page, 'feasibility').inputValue()).toBe('Набрано после выхода')
})

test('signed out in another tab, what is typed last stays in the form when it is sent at once', async ({
  as,
}) => {
  const page = await as('expert')
  const sheet = await openSheet(page)
  const other = await signedOutBeside(page)
  // pressed before the pause of the autosave has passed: nothing has told this page of the sign-out
  await reason(page, 'feasibility').fill('Последние слова')
  await page.getByRole('button', { name: 'Отправить лист' }).click()
  await page.getByText('Вы вышли из системы').waitFor()
  expect(new URL(page.url()).pathname).toBe(sheet)
  expect(await reason(page, 'feasibility').inputValue()).toBe('Последние слова')
  await signedInBeside(page, other, 'expert')
  await page.getByText('Сохранено', { exact: true }).waitFor()
  await page.goto(sheet, { waitUntil: 'networkidle' })
  expect(await reason(page, 'feasibility').inputValue()).toBe('Последние слова')
})

test('words typed into a filled field before the page is alive stay and are sent', async ({ as }) => {
  const page = await as('expert')
  const sheet = await openSheet(page)
  await reason(page, 'value').fill('Начало.')
  await page.getByText('Сохранено', { exact: true }).waitFor()
  let alive = () => {}
  const wait = new Promise<void>((done) => {
    alive = done
  })
  await page.route('**/*.js', async (route) => {
    await wait
    await route.continue()
  })
  await page.goto(sheet, { waitUntil: 'commit' })
  await reason(page, 'value').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' И продолжение.')
  alive()
  await page.getByText('Сохранено', { exact: true }).waitFor()
  expect(await reason(page, 'value').inputValue()).toBe('Начало. И продолжение.')
  const other = await as('expert', { javaScriptEnabled: false })
  await other.goto(sheet)
  expect(await reason(other, 'value').inputValue()).toBe('Начало. И продолжение.')
})
