/** The forms of a draft: on a slow line, and refused without scripts. */
import { expect, test } from '#test/support/site.ts'

test('a way chosen and words typed before the scripts come stay', async ({ as }) => {
  const page = await as('institute')
  let release = () => {}
  const scripts = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/assets/entry.client*', async (route) => {
    await scripts
    await route.continue()
  })
  await page.goto('/drafts/new', { waitUntil: 'commit' })
  const plain = page.locator('[name="way"][value="plain"]')
  const source = page.locator('textarea[name="source"]')
  await plain.check()
  await source.fill('Первый абзац')
  release()
  await page.locator('[name="way"][value="rich"]:enabled').waitFor()
  expect(await plain.isChecked()).toBe(true)
  expect(await source.inputValue()).toBe('Первый абзац')
})

test('without JavaScript refused terms come back as they were typed, with the reason at the field', async ({
  as,
}) => {
  const page = await as('institute', { javaScriptEnabled: false })
  await page.goto('/drafts/vpr-recheck-guidelines/stages')
  const [first, last] = [
    page.locator('[name="stages[2].firstDay"]'),
    page.locator('[name="stages[2].lastDay"]'),
  ]
  const before = await last.inputValue()
  await first.fill('2101-03-05')
  await last.fill('2101-03-04')
  await page.locator('main form[method=post] button').last().click()
  expect(await first.inputValue()).toBe('2101-03-05')
  expect(await last.inputValue()).toBe('2101-03-04')
  expect(before).not.toBe('2101-03-04')
  expect(await last.getAttribute('aria-invalid')).toBe('true')
  const reason = page.locator(`[id="${(await last.getAttribute('aria-describedby'))?.split(' ').at(-1)}"]`)
  expect(await reason.textContent()).toMatch(/раньше|позже|день/i)
})
