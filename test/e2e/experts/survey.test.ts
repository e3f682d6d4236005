/** The survey of requirements loses no word: typed while the connection is away, it is there on return, on any device. */
import type { Page } from 'playwright-core'
import { expect, expectAccessible, test } from '#test/support/site.ts'

const experience = '[name=value-experience]'
const grounds = '[name=value-grounds]'

/** The survey of an application that the page's person files now, in the first direction that takes it. */
async function survey(page: Page): Promise<string> {
  await page.goto('/cabinet/applications/new')
  const options = page.locator('select[name=direction] option')
  const values = await options.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
  await page.locator('select[name=direction]').selectOption(values.at(-1) ?? '')
  await page.locator('main form input[type=checkbox]').first().check()
  await page.getByRole('button', { name: 'Подать заявление' }).click()
  await page.waitForURL(/\/cabinet\/applications\/\d+/)
  return `${new URL(page.url()).pathname.replace(/\/survey$/, '')}/survey`
}

test('what was typed offline is kept in the browser, then by the site: a reload and another device have it', async ({
  as,
}) => {
  const page = await as('participant')
  const address = await survey(page)
  await page.goto(address, { waitUntil: 'networkidle' })
  await expectAccessible(page)
  await page.locator(experience).fill('12')
  await page.context().setOffline(true)
  await page.locator(grounds).fill('Проверка работ олимпиады в 2025 году')
  await page.getByText('Нет связи с сервером').waitFor()
  // sent without a connection, nothing is lost either
  await page.getByRole('button', { name: 'Отправить ответы' }).click()
  expect(await page.locator(grounds).inputValue()).toBe('Проверка работ олимпиады в 2025 году')
  await page.context().setOffline(false)
  await page.reload({ waitUntil: 'networkidle' })
  expect(await page.locator(experience).inputValue()).toBe('12')
  expect(await page.locator(grounds).inputValue()).toBe('Проверка работ олимпиады в 2025 году')

  await expect
    .poll(async () => {
      const other = await as('participant')
      await other.goto(address)
      return other.locator(grounds).inputValue()
    })
    .toBe('Проверка работ олимпиады в 2025 году')
})
