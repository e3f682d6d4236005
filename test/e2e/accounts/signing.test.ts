import { desc, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { vi } from 'vitest'
import { mails } from '#db/schema/index.ts'
import { expect, expectAccessible, type Site, test } from '#test/support/site.ts'

const email = 'zoya.perepyolkina@site.test'
const [first, second] = ['берёза у крыльца шумит', 'тихая осенняя вода']

/** The path in the newest letter that begins with the given one; the worker writes letters within a second or two. */
async function pathInLetter(site: Site, prefix: string): Promise<string> {
  return vi.waitFor(
    async () => {
      const [mail] = await site.owner.db
        .select()
        .from(mails)
        .where(eq(mails.address, email))
        .orderBy(desc(mails.id))
        .limit(1)
      const path = new RegExp(`${prefix}[\\w-]+`).exec(mail?.body ?? '')?.[0]
      if (!path) throw new Error(`no letter with ${prefix}`)
      return path
    },
    { timeout: 20_000, interval: 200 },
  )
}

const press = (page: Page, name: string) =>
  page.getByRole('main').getByRole('button', { name, exact: true }).click()

test('sign up, confirm by the letter, sign out, reset the password, sign in by number', async ({
  page,
  site,
}) => {
  await page.goto('/signup')
  await page.getByLabel('Фамилия').fill('Перепёлкина')
  await page.getByLabel('Имя', { exact: false }).first().fill('Зоя')
  await page.getByLabel('Электронная почта').fill(email)
  await page.getByLabel('Пароль').fill('коротко')
  await page.getByLabel('Согласен на обработку').check()
  await press(page, 'Зарегистрироваться')
  await page.getByText('Пароль короче 12 знаков').first().waitFor()
  expect(await page.getByLabel('Электронная почта').inputValue()).toBe(email)
  await expectAccessible(page)
  await page.getByLabel('Пароль').fill(first)
  await press(page, 'Зарегистрироваться')
  await page.waitForURL('**/signup/sent')
  await expectAccessible(page)

  await page.goto(await pathInLetter(site, '/confirm/'))
  await page.getByLabel('Пароль').fill(second)
  await press(page, 'Подтвердить')
  await page.getByText('Это не тот пароль').first().waitFor()
  await expectAccessible(page)
  await page.getByLabel('Пароль').fill(first)
  await press(page, 'Подтвердить')
  await page.waitForURL('**/cabinet')
  await page.getByRole('heading', { name: 'Здравствуйте, Зоя' }).waitFor()
  const number = /\d+/.exec((await page.getByText(/^Ваш номер/).textContent()) ?? '')?.[0] ?? ''
  await press(page, 'Выйти')
  await page.getByRole('link', { name: 'Войти' }).first().waitFor()
  await page.goto('/cabinet')
  expect(new URL(page.url()).pathname).toBe('/signin')

  await page.goto('/forgot')
  await page.getByLabel('Почта или номер').fill(number)
  await press(page, 'Прислать ссылку')
  await page.waitForURL('**/forgot/sent')
  const link = await pathInLetter(site, '/reset/')
  await page.goto(link)
  await page.getByLabel('Новый пароль').fill(second)
  await press(page, 'Сохранить пароль')
  await page.waitForURL('**/cabinet')
  await page.goto(link)
  await page.getByRole('heading', { name: 'Ссылка не действует' }).waitFor()

  await page.context().clearCookies()
  await page.goto('/signin?next=/cabinet/security')
  await page.getByLabel('Почта или номер').fill(`№ ${number}`)
  await page.getByLabel('Пароль').fill(first)
  await press(page, 'Войти')
  await page.getByText('не подходят').first().waitFor()
  expect(await page.getByLabel('Почта или номер').inputValue()).toBe(`№ ${number}`)
  await page.getByLabel('Пароль').fill(second)
  await press(page, 'Войти')
  await page.waitForURL('**/cabinet/security')
  await page.getByText('это устройство').waitFor()
})

test('signing in by keyboard alone', async ({ page }) => {
  await page.goto('/signin?as=participant@demo.example')
  await page.getByLabel('Почта или номер').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/cabinet')
  await page.getByRole('heading', { name: /^Здравствуйте/ }).waitFor()
})

test('signing in and out without JavaScript; a demo role fills the form', async ({ open }) => {
  const page = await open({ javaScriptEnabled: false })
  await page.goto('/signin')
  await page.getByRole('link', { name: /^Секретарь/ }).click()
  expect(await page.getByLabel('Почта или номер').inputValue()).toBe('secretary@demo.example')
  await page.getByLabel('Пароль').fill('мимо')
  await press(page, 'Войти')
  await page.getByText('не подходят').first().waitFor()
  expect(await page.getByLabel('Почта или номер').inputValue()).toBe('secretary@demo.example')
  // the server never sends a password back
  expect(await page.content()).not.toContain('мимо')
  await page.getByLabel('Пароль').fill('demo-rses-2026')
  await press(page, 'Войти')
  await page.getByRole('heading', { name: /^Здравствуйте/ }).waitFor()
  await press(page, 'Выйти')
  await page.goto('/cabinet')
  expect(new URL(page.url()).pathname).toBe('/signin')
})

test('a press while the page is still coming to life sends the form and breaks nothing', async ({ open }) => {
  const page = await open()
  // the moment between the order to hydrate and the work itself, which a quick hand meets by chance
  await page.addInitScript(() => {
    const { postMessage } = MessagePort.prototype
    let presses = 3
    MessagePort.prototype.postMessage = function pressed(...message: unknown[]) {
      if (presses-- > 0) queueMicrotask(() => document.querySelector('h1')?.click())
      return Reflect.apply(postMessage, this, message)
    }
  })
  await page.goto('/signin?as=participant@demo.example')
  await press(page, 'Войти')
  await page.waitForURL('**/cabinet')
})

test('a next address of another site is not followed', async ({ page }) => {
  await page.goto('/signin?as=participant@demo.example&next=//evil.example/x')
  await press(page, 'Войти')
  await page.waitForURL('**/cabinet')
})

test('signing out everywhere ends the sessions of other devices', async ({ as }) => {
  const [here, there] = [await as('school'), await as('school')]
  await here.goto('/cabinet/security')
  await press(here, 'Выйти на всех устройствах')
  await here.getByRole('link', { name: 'Войти' }).first().waitFor()
  await there.goto('/cabinet')
  expect(new URL(there.url()).pathname).toBe('/signin')
})

test('the administrator reads the outbox only with a reason, gives a role and ends it', async ({
  as,
  site,
}) => {
  const page = await as('admin')
  await page.goto('/admin/outbox')
  await press(page, 'Показать письма')
  await page.getByText('запись останется в журнале').first().waitFor()
  await page.getByLabel('Зачем вам письма').fill('проверка почты')
  await press(page, 'Показать письма')
  await page
    .getByText(/Писем нет|@/)
    .first()
    .waitFor()
  const [entry] = await site.owner.sql`select facts from log_entries where kind = 'outbox.read'`
  expect(entry?.facts).toEqual({ reason: 'проверка почты' })

  await page.goto('/admin/grants?q=participant@demo.example')
  await page.getByRole('main').getByRole('link', { name: 'Журавин' }).first().click()
  await page.getByLabel('Роль', { exact: false }).first().selectOption({ label: 'Модератор' })
  await page.getByLabel('весь регион').check()
  await page.getByLabel('Основание').fill('решение координатора')
  await press(page, 'Назначить роль')
  await page.getByRole('rowheader', { name: 'Модератор' }).waitFor()
  await press(page, 'Прекратить')
  await page.getByText('Ролей пока нет').waitFor()
})

test('pages of the room are accessible, and closed to those they are not for', async ({ page, as }) => {
  for (const path of ['/signin', '/signup', '/forgot', '/consents', '/reset/none', '/confirm/none']) {
    expect((await page.goto(path))?.status(), path).toBe(200)
    await expectAccessible(page)
  }
  const participant = await as('participant')
  for (const tab of ['', '/inbox', '/profile', '/security', '/consents', '/deputy', '/closing']) {
    expect((await participant.goto(`/cabinet${tab}`))?.status(), tab).toBe(200)
    await expectAccessible(participant)
  }
  expect((await participant.goto('/admin'))?.status()).toBe(403)
  const admin = await as('admin')
  for (const tab of ['', '/grants', '/grants/1', '/log', '/outbox', '/jobs']) {
    expect((await admin.goto(`/admin${tab}`))?.status(), tab).toBe(200)
    await expectAccessible(admin)
  }
})
