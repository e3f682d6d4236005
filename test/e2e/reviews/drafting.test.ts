/** The forms of a draft: on a slow line, and refused without scripts. */
import { signedInBeside, signedOutBeside } from '#test/e2e/panels/tabs.ts'
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

test('a file too big for the site is refused when it is chosen, and what was typed beside it stays', async ({
  as,
}) => {
  const page = await as('institute')
  await page.goto('/drafts/concept/intake/new', { waitUntil: 'networkidle' })
  await page.locator('[name=number]').fill('17-05')
  const scan = page.locator('input[type=file]').first()
  const of = (megabytes: number) => ({
    ...{ name: 'Письмо.pdf', mimeType: 'application/pdf' },
    buffer: Buffer.alloc(megabytes * 1024 * 1024),
  })
  await scan.setInputFiles(of(21))
  await page.getByText('Этот файл больше 20 МБ').waitFor()
  expect(await scan.inputValue()).toBe('')
  expect(await page.locator('[name=number]').inputValue()).toBe('17-05')
  await scan.setInputFiles(of(1))
  await page.getByText('Этот файл больше 20 МБ').waitFor({ state: 'detached' })
  expect(await scan.inputValue()).toContain('Письмо.pdf')
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

test('what is typed without a connection outlives the page and is saved once it is back', async ({
  as,
  site,
}) => {
  const page = await as('institute')
  page.on('dialog', (dialog) => void dialog.accept())
  const address = '/drafts/vpr-recheck-guidelines/edit'
  const stored = async () => {
    const [row] = await site.owner.sql<
      { body: Json }[]
    >`select body from versions v join drafts d on d.id = v.draft_id
      where d.slug = 'vpr-recheck-guidelines' and v.published_at is null`
    return row?.body ?? {}
  }
  await page.goto(address)
  const begin = page.getByRole('button', { name: 'Готовить следующую редакцию' })
  if (await begin.isVisible()) await begin.click()
  const paper = page.locator('.ProseMirror')
  await paper.waitFor()
  const before = unitsIn(await stored())
  const first = paper.locator('p').first()
  await first.click()
  await page.keyboard.press('End')
  await page.keyboard.type(' со связью')
  await page.getByText(/Сохранено в/).waitFor()
  await page.context().setOffline(true)
  await page.keyboard.type(' и без связи')
  await page.getByText('Не удалось сохранить').waitFor()
  // the page is gone before the connection is back, so that it cannot save by itself
  await page.goto('about:blank')
  await page.context().setOffline(false)
  await page.goto(address)
  await page.getByText('со связью и без связи').waitFor()
  await expect.poll(async () => JSON.stringify(await stored())).toContain('и без связи')
  await expect.poll(() => page.evaluate(() => Object.keys(sessionStorage).join())).not.toContain('kept:')
  const after = unitsIn(await stored())
  expect(after.filter(({ text }) => text.includes('со связью и без связи'))).toHaveLength(1)
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect(new Set(after.map(({ id }) => id)).size).toBe(after.length)
  expect(
    after.filter(({ id, text }) => before.some((was) => was.id === id && was.text === text)),
  ).toHaveLength(before.length - 1)
})

test('signed out in another tab, the text stays in the editor and is saved after signing in again', async ({
  as,
}) => {
  const page = await as('institute')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto('/drafts/vpr-recheck-guidelines/edit', { waitUntil: 'networkidle' })
  const paper = page.locator('.ProseMirror')
  await paper.waitFor()
  const other = await signedOutBeside(page)
  const told = page.getByText('Вы больше не вошли')
  await paper.locator('p').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' после выхода')
  await told.waitFor()
  await page.keyboard.type(' и сразу кнопкой')
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await told.waitFor()
  await page.getByText('после выхода и сразу кнопкой').waitFor()
  await signedInBeside(page, other, 'institute')
  await page.getByText(/Сохранено в/).waitFor()
  await page.goto('/drafts/vpr-recheck-guidelines/edit')
  await page.getByText('после выхода и сразу кнопкой').waitFor()
})

type Json = { attrs?: { id?: string }; text?: string; content?: Json[] }

/** Units with words by their ids, as stored. */
function unitsIn(node: Json): { id: string; text: string }[] {
  const words = (node.content ?? []).map(({ text }) => text ?? '').join('')
  const own = node.attrs?.id && words !== '' ? [{ id: node.attrs.id, text: words }] : []
  return [...own, ...(node.content ?? []).flatMap(unitsIn)]
}
