import type { Page } from 'playwright-core'

/** Signs out in a second tab of the same browser and comes back to the first; answers the second. */
export async function signedOutBeside(page: Page): Promise<Page> {
  const other = await page.context().newPage()
  await other.goto('/cabinet', { waitUntil: 'networkidle' })
  await other.getByRole('button', { name: 'Выйти' }).click()
  await other.getByRole('link', { name: 'Войти' }).first().waitFor()
  await page.bringToFront()
  return other
}

/** Signs in again in the second tab and comes back to the first. */
export async function signedInBeside(page: Page, other: Page, role: string): Promise<void> {
  await other.goto(`/signin?as=${role}@demo.example`)
  await other.getByRole('button', { name: 'Войти', exact: true }).click()
  await other.waitForURL('**/cabinet')
  await page.bringToFront()
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
}
