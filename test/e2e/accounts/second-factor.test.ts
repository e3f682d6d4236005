/** The whole second step in a browser, where a role obliges to it; without JavaScript, as sign-in works without it. */
import { codeAt, stepOf } from '#app/domain/accounts/totp.ts'
import { test as base, expect, expectAccessible } from '#test/support/site.ts'

const test = base.extend(
  'settings',
  { scope: 'file' },
  (): Record<string, string> => ({ SECOND_FACTOR: '1' }),
)

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The secret as an app reads it from what is typed by hand. */
function secretOf(typed: string): Buffer {
  const bits = [...typed.replace(/[^A-Z2-7]/g, '')]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

test('an obliged role may only enrol; then the code is asked for, once each', async ({ site, open }) => {
  const page = await open({ javaScriptEnabled: false })
  const press = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click()
  const signIn = async () => {
    await page.goto('/signin?as=operator@demo.example&next=/desk/requests')
    await press('Войти')
  }
  await signIn()
  await page.getByText('Ваша роль требует второго шага').waitFor()
  for (const path of ['/drafts', '/cabinet', '/experts?q=x']) {
    await page.goto(path)
    expect(new URL(page.url()).pathname).toBe('/cabinet/second-factor')
  }
  const refused = await page.request.post('/drafts/concept/remark', {
    form: { body: 'Слова, которые жаль терять' },
    headers: { Origin: site.url, Accept: 'text/html' },
  })
  expect(refused.status()).toBe(403)
  expect(await refused.text()).toContain('Слова, которые жаль терять')

  await page.goto('/cabinet/second-factor?next=/directions')
  await page.getByLabel('Нынешний пароль').fill('demo-rses-2026')
  await press('Показать QR-код')
  const secret = secretOf((await page.locator('main code').textContent()) ?? '')
  expect(secret).toHaveLength(20)
  await page.getByLabel('Код из приложения').fill('000000')
  await press('Подключить')
  await page.getByText('Код не подходит').first().waitFor()
  const code = codeAt(secret, stepOf(new Date()))
  await page.getByLabel('Код из приложения').fill(code)
  await press('Подключить')
  const recovery = (await page.locator('main ol code').first().textContent()) ?? ''
  expect(recovery).toMatch(/^([2-9A-Z]{4}-){2}[2-9A-Z]{4}$/)
  await page.getByRole('link', { name: 'Дальше' }).click()
  expect(new URL(page.url()).pathname).toBe('/directions')

  await page.context().clearCookies()
  await signIn()
  expect(new URL(page.url()).pathname).toBe('/signin/code')
  await page.getByLabel('Код из приложения').fill(code)
  await press('Войти')
  await page.getByText('Код не подходит').first().waitFor()
  await page.goto('/cabinet')
  expect(new URL(page.url()).pathname).toBe('/signin')
  await page.goto('/signin/code')
  await page.getByLabel('Код из приложения').fill(recovery.toLowerCase())
  await press('Войти')
  expect(new URL(page.url()).pathname).toBe('/desk/requests')
})

test('the pages of the second step are whole', async ({ as }) => {
  const page = await as('participant')
  for (const path of ['/cabinet/security', '/cabinet/second-factor']) {
    await page.goto(path)
    await expectAccessible(page)
  }
  await page.getByLabel('Нынешний пароль').fill('demo-rses-2026')
  await page.getByRole('button', { name: 'Показать QR-код' }).click()
  await page.getByRole('img', { name: 'QR-код' }).waitFor()
  await expectAccessible(page)
})
