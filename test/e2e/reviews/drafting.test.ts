/** The form of a new draft, on a slow line. */
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
