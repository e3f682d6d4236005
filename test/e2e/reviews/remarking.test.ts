/** What a participant is promised: to comment by keyboard alone, without scripts, and to lose no word. */
import type { Page } from 'playwright-core'
import { expect, expectAccessible, test } from '#test/support/site.ts'

const listbox = '[role=listbox]'

/** The address of a draft whose discussion is open today, as a visitor finds it. */
async function openDraft(page: Page): Promise<string> {
  await page.goto('/drafts?state=open')
  const seen = await (await fetch(page.url())).text()
  const href = /<h3[^>]*><a[^>]*href="(\/drafts\/[a-z0-9-]+)"/.exec(seen)?.[1]
  return href ?? expect.fail('no draft is open')
}

/** Presses Tab until the focus is on something that matches; fails when it is not reached. */
async function tabTo(page: Page, selector: string) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
  }
  expect.fail(`Tab does not reach ${selector}`)
}

test('a participant proposes a change by keyboard alone', async ({ as }) => {
  const page = await as('participant')
  await page.goto(await openDraft(page), { waitUntil: 'networkidle' })
  await page.locator('[data-add]').nth(2).focus()
  await page.keyboard.press('Enter')
  await page.locator(listbox).waitFor()
  await tabTo(page, listbox)
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowRight')
  const chosen = await page.locator('[role=option][aria-selected=true]').allTextContents()
  expect(chosen).toHaveLength(2)
  await tabTo(page, '[name=replacement]')
  await page.keyboard.type('Иная редакция')
  await tabTo(page, '[name=body]')
  await page.keyboard.type('Набрано с клавиатуры')
  await tabTo(page, 'dialog form button[type=submit]')
  await page.keyboard.press('Enter')
  await page.waitForURL(/#r-\d+$/)
  const note = page.locator(new URL(page.url()).hash)
  await expect.poll(() => note.textContent()).toContain('Набрано с клавиатуры')
  const quote = await note.locator('blockquote').textContent()
  expect(quote).toContain('Иная редакция')
  await expect.poll(() => page.locator('dialog').count()).toBe(0)
  expect(await note.evaluate((element) => element === document.activeElement)).toBe(true)
  for (const word of chosen) expect(quote).toContain(word)
})

test('selected words open the form with these words', async ({ as }) => {
  const page = await as('participant')
  await page.goto(await openDraft(page), { waitUntil: 'networkidle' })
  const words = await page.evaluate(() => {
    const block = [...document.querySelectorAll('[data-draft-text] p [data-block]')].find(
      (one) => (one.textContent ?? '').length > 60,
    )
    const text = block && document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode()
    if (!text) return ''
    const range = document.createRange()
    range.setStart(text, 0)
    range.setEnd(text, Math.min(20, text.textContent?.length ?? 0))
    document.getSelection()?.removeAllRanges()
    document.getSelection()?.addRange(range)
    return range.toString().split(/\s+/)[0] ?? ''
  })
  await page.getByRole('link', { name: 'Предложить правку или замечание' }).click()
  await page.locator(`${listbox} [aria-selected=true]`).first().waitFor()
  expect(words).toContain(await page.locator(`${listbox} [aria-selected=true]`).first().textContent())
})

test('without JavaScript a question about certain words is asked and answered to', async ({ as }) => {
  const page = await as('participant', { javaScriptEnabled: false })
  await page.goto(await openDraft(page))
  await page.locator('[data-add]').nth(3).click()
  await page.getByLabel('Отдельные слова').check()
  await page.locator('[name=fromWord]').selectOption('1')
  await page.locator('[name=toWord]').selectOption('2')
  await page.getByLabel('Вопрос', { exact: true }).check()
  await page.getByLabel('Текст', { exact: false }).last().fill('Спрошено без сценариев')
  await page.getByRole('button', { name: 'Отправить' }).click()
  await page.waitForURL(/\/drafts\/[a-z0-9-]+/)
  const note = page.locator('aside article', { hasText: 'Спрошено без сценариев' })
  expect(await note.count()).toBeGreaterThan(0)
  await note.first().getByRole('link', { name: /№/ }).click()
  await page.locator('[name=body]').fill('Отвечаю сам себе')
  await page.getByRole('button', { name: 'Ответить' }).click()
  expect(await page.locator('main').textContent()).toContain('Отвечаю сам себе')
})

test('a refused remark keeps every word and says why at the field', async ({ as }) => {
  const page = await as('expert', { javaScriptEnabled: false })
  await page.goto(await openDraft(page))
  await page.locator('[data-add]').nth(3).click()
  await page.getByLabel('Предложение', { exact: true }).check()
  await page.locator('[name=replacement]').fill('Слова, которые нельзя потерять')
  await page.getByRole('button', { name: 'Отправить' }).click()
  expect(await page.locator('[name=replacement]').inputValue()).toBe('Слова, которые нельзя потерять')
  expect(await page.locator('#f-body-error').textContent()).toBeTruthy()
})

test('a session that ended meanwhile does not take the text', async ({ as }) => {
  const page = await as('expert', { javaScriptEnabled: false })
  await page.goto(await openDraft(page))
  await page.locator('[data-add]').nth(3).click()
  await page.getByLabel('Замечание', { exact: true }).check()
  await page.locator('[name=body]').fill('Написано до конца сеанса')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Отправить' }).click()
  expect(await page.locator('[name=body]').inputValue()).toBe('Написано до конца сеанса')
  expect(await page.getByRole('link', { name: 'Войти и написать' }).count()).toBe(1)
})

test('words sent after the session has died are shown on a page of their own, and nothing is sent', async ({
  as,
  site,
}) => {
  const page = await as('expert', { viewport: { width: 320, height: 800 } })
  // The site's scripts never come, yet axe can run.
  await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
  const address = `${await openDraft(page)}`
  await page.goto(address)
  await page.locator('[data-add]').nth(3).click()
  const form = page.url().slice(site.url.length)
  const words = '</textarea><img src=x onerror=alert(1)>\nНаписано по закрытую дверь'
  await page.getByLabel('Замечание', { exact: true }).check()
  await page.locator('[name=body]').fill(words)
  await site.owner.sql`delete from sessions where user_id in
    (select id from users where email = 'expert@demo.example')`
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === 'POST'),
    page.getByRole('button', { name: 'Отправить' }).click(),
  ])
  expect([answer.status(), answer.headers()['cache-control']]).toEqual([401, 'no-store'])
  expect(await page.getByLabel('Текст', { exact: true }).inputValue()).toBe(words)
  const door = page.getByRole('main').getByRole('link', { name: 'Войти' })
  expect(await door.getAttribute('href')).toBe(`/signin?next=${encodeURIComponent(form)}`)
  // The dead session is gone with this answer; its mark says the same to the next form, wherever that is sent.
  const cookies = await page.context().cookies()
  expect(cookies.map(({ name }) => name)).toEqual(['rses_left'])
  const sent = (Cookie: string) =>
    fetch(`${site.url}/drafts/nothing/remark`, {
      ...{ method: 'POST', body: new URLSearchParams({ body: 'Слова в никуда' }) },
      headers: { Accept: 'text/html', Origin: site.url, Cookie },
    })
  const [left, never] = [await sent('rses_left=1'), await sent('')]
  expect([left.status, await left.text()]).toEqual([
    401,
    expect.stringContaining('Слова в никуда</textarea>'),
  ])
  expect(await never.text()).toContain('Страница не найдена')
  await expectAccessible(page)
})

test('what was typed and not sent waits for the next visit', async ({ as }) => {
  const page = await as('school')
  await page.goto(await openDraft(page))
  const href = (await page.locator('[data-add]').nth(4).getAttribute('href')) ?? ''
  await page.goto(href, { waitUntil: 'networkidle' })
  await page.locator('[name=body]').pressSequentially('Недописанная мысль')
  await page.getByText('Черновик сохранён').waitFor()
  await page.goto(href)
  expect(await page.locator('[name=body]').inputValue()).toBe('Недописанная мысль')
})

test('without a connection the text stays, in the form and in the tab, and is kept once it is back', async ({
  as,
}) => {
  const page = await as('municipality')
  await page.goto(await openDraft(page))
  const href = (await page.locator('[data-add]').nth(5).getAttribute('href')) ?? ''
  await page.goto(href, { waitUntil: 'networkidle' })
  await page.context().setOffline(true)
  await page.locator('[name=body]').fill('Написано в дороге')
  await page.getByText('Нет связи с сервером').waitFor()
  expect(await page.evaluate(() => Object.values({ ...sessionStorage }).join())).toContain(
    'Написано в дороге',
  )
  await page.getByRole('button', { name: 'Отправить' }).click()
  expect(await page.locator('[name=body]').inputValue()).toBe('Написано в дороге')
  await page.context().setOffline(false)
  await page.getByText('Черновик сохранён').waitFor()
  await page.reload()
  expect(await page.locator('[name=body]').inputValue()).toBe('Написано в дороге')
  expect(await page.evaluate(() => Object.keys(sessionStorage).join())).not.toContain('unsent:')
})
