/** A moderator hides a remark and shows it again: the words go, the number and the page stay. */
import { expect, expectAccessible, test } from '#test/support/site.ts'

test('without JavaScript a remark is hidden with a reason and shown again', async ({ as, page }) => {
  const address = '/drafts/concept/remarks/1'
  await page.goto(address)
  const words = (await page.locator('main').textContent()) ?? ''
  expect(words).toContain('Срок заканчивается раньше')
  expect(await page.getByRole('link', { name: 'Скрыть', exact: true }).count()).toBe(0)

  const moderator = await as('moderator', { javaScriptEnabled: false })
  await moderator.goto(address)
  // The remark's own link; its replies have theirs.
  await moderator.getByRole('link', { name: 'Скрыть', exact: true }).first().click()
  await moderator.getByRole('button', { name: 'Скрыть', exact: true }).click()
  await moderator.getByText('Заполните это поле.').first().waitFor()
  await moderator.getByLabel('Какое правило нарушено').selectOption('offtopic')
  await moderator.getByLabel('Пояснение').fill('Об этом есть другой проект')
  await moderator.getByRole('button', { name: 'Скрыть', exact: true }).click()
  await moderator.getByRole('link', { name: 'Показать снова' }).waitFor()

  await page.goto(address)
  await page.getByText('Скрыто модератором').first().waitFor()
  expect(await page.locator('main').textContent()).toContain(
    'Не о тексте проекта. Об этом есть другой проект',
  )
  expect(await page.locator('main').textContent()).not.toContain('Срок заканчивается раньше')

  await moderator.getByRole('link', { name: 'Показать снова' }).click()
  await moderator.getByRole('button', { name: 'Показать снова' }).click()
  await moderator.getByRole('link', { name: 'Скрыть', exact: true }).first().waitFor()
  await page.goto(address)
  expect(await page.locator('main').textContent()).toContain('Срок заканчивается раньше')
})

test('the page of hiding passes axe in the dark and fits 320 px', async ({ as }) => {
  const page = await as('moderator', { colorScheme: 'dark', viewport: { width: 320, height: 700 } })
  await page.goto('/drafts/concept/remarks/1/hiding')
  await expectAccessible(page)
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
})
