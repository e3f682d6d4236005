/** An institute at its desk: a template of its own, a paper with cases to edit, issue, many papers in one file. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PizZip from 'pizzip'
import type { Page } from 'playwright-core'
import { docxOf, paragraphsOf } from '#test/support/docx.ts'
import { expect, expectAccessible, test } from '#test/support/site.ts'

const folder = await mkdtemp(join(tmpdir(), 'papers-'))
const fileOf = async (name: string, bytes: Uint8Array) => {
  await writeFile(join(folder, name), bytes)
  return join(folder, name)
}
const downloaded = async (page: Page, start: () => Promise<unknown>) => {
  const [download] = await Promise.all([page.waitForEvent('download'), start()])
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) }
}

test('a letter is written, its cases edited, and issued for good', async ({ as }) => {
  const page = await as('institute')
  await page.goto('/desk/papers/new?template=invitation-letter')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Продолжить' }).click()
  await page.getByRole('heading', { level: 1, name: 'Письмо руководителю о направлении эксперта' }).waitFor()
  await page.getByLabel('Фамилия, имя, отчество эксперта').fill('Заяц Пётр Львович')
  await page.getByLabel('Должность эксперта', { exact: true }).fill('старший методист')
  await page.getByLabel('Должность адресата', { exact: true }).fill('директор школы № 5')
  await page.getByLabel('Фамилия, имя, отчество адресата').fill('Полянина Любовь Ильинична')
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await expect.poll(() => page.getByLabel('Эксперт: кого').inputValue()).toBe('Зайца Петра Львовича')
  expect(await page.getByLabel('Должность: кому').inputValue()).toBe('Директору школы № 5')
  await expectAccessible(page)

  await page.getByLabel('Эксперт: кого').fill('нашего Петра Львовича')
  await page.getByLabel('Экспертная группа: по какому документу').fill('проекта положения')
  await page.getByLabel('Первый день').fill('2026-12-01')
  await page.getByLabel('Последний день').fill('2026-12-10')
  await page.getByLabel('Объём работы').fill('6 часов')
  await page.getByRole('button', { name: 'Сохранить и перейти к выпуску' }).click()
  await page.getByRole('heading', { level: 1, name: 'Выпуск документа' }).waitFor()
  await expectAccessible(page)
  await page.getByLabel('Исходящий номер').fill('01-17/200')
  await page.getByLabel('Дата').fill('2026-11-30')
  await page.getByRole('button', { name: 'Выпустить документ' }).click()
  await page.getByText('№ 01-17/200 от 30 ноября 2026').waitFor()
  await expectAccessible(page)
  const { name, bytes } = await downloaded(page, () =>
    page.getByRole('link', { name: 'Скачать документ' }).click(),
  )
  expect(name).toMatch(/^Письмо руководителю.*\.docx$/)
  const text = paragraphsOf(bytes).join('\n')
  expect(text).toContain('нашего Петра Львовича, старшего методиста')
  expect(text).toContain('Демонстрационные данные')
})

test('an own template: refused with its reason at the field, then taken and used', async ({ as }) => {
  const page = await as('institute')
  await page.goto('/desk/templates')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Сопроводительное письмо' }).click()
  await page.getByLabel('Файл DOCX').setInputFiles(await fileOf('bad.docx', docxOf(['{текст} {оклад}'])))
  await page.getByLabel('Чем отличается эта редакция').fill('Бланк 2026 года')
  await page.getByRole('button', { name: 'Загрузить', exact: true }).click()
  await page.getByText('Этих слов для этого документа нет: {оклад}.').first().waitFor()
  expect(await page.getByLabel('Чем отличается эта редакция').inputValue()).toBe('Бланк 2026 года')
  await expectAccessible(page)
  await page.getByLabel('Файл DOCX').setInputFiles(await fileOf('good.docx', docxOf(['Наш бланк {текст}'])))
  await page.getByRole('button', { name: 'Загрузить', exact: true }).click()
  await page.getByText('действует', { exact: true }).waitFor()
  await expectAccessible(page)
  const { bytes } = await downloaded(page, () =>
    page.getByRole('link', { name: 'Скачать действующий шаблон' }).click(),
  )
  expect(paragraphsOf(bytes)).toEqual(['Наш бланк {текст}'])
  await page.getByRole('button', { name: 'Снять с использования' }).click()
  await page.getByRole('button', { name: 'Вернуть в использование' }).waitFor()
})

test('several papers: one file, a ZIP, and a refusal told in the list', async ({ as }) => {
  const page = await as('institute')
  await page.goto('/desk/papers')
  await expectAccessible(page)
  const letters = page.getByRole('checkbox', { name: /^Взять: Письмо руководителю/ })
  await letters.nth(0).check()
  await letters.nth(1).check()
  const merged = await downloaded(page, () =>
    page.getByRole('button', { name: 'Скачать одним DOCX' }).click(),
  )
  expect(paragraphsOf(merged.bytes).filter((line) => line === 'О направлении эксперта')).toHaveLength(2)
  await page.getByRole('checkbox', { name: /^Взять: Справка об участии/ }).check()
  const zip = await downloaded(page, () => page.getByRole('button', { name: 'Скачать архивом ZIP' }).click())
  expect(Object.keys(new PizZip(zip.bytes).files)).toHaveLength(3)
  await page.goto('/desk/papers')
  await page.getByRole('button', { name: 'Скачать одним DOCX' }).click()
  await page.getByText('Отметьте хотя бы один документ.').waitFor()
  await expectAccessible(page)
})

test('without JavaScript the fields are kept when a save is refused', async ({ as }) => {
  const page = await as('institute', { javaScriptEnabled: false })
  await page.goto('/desk/papers/new?template=participation-note')
  await page.getByRole('button', { name: 'Продолжить' }).click()
  await page.getByLabel('В качестве кого').fill('я'.repeat(501))
  await page.getByLabel('Объём работы').fill('12 часов')
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await page.getByText('Слишком длинно, сократите.').first().waitFor()
  expect(await page.getByLabel('Объём работы').inputValue()).toBe('12 часов')
})

test('others are told, guests are asked to sign in, a foreign paper does not exist', async ({
  as,
  page,
  site,
}) => {
  const own = await as('institute')
  await own.goto('/desk/papers')
  const href = (await own.locator('main th a').first().getAttribute('href')) ?? ''
  const participant = await as('participant')
  expect((await participant.goto('/desk/papers'))?.status()).toBe(403)
  expect((await participant.goto(href))?.status()).toBe(404)
  const cookie = await site.cookieOf('participant')
  expect((await fetch(`${site.url}${href}/file`, { headers: { cookie } })).status).toBe(404)
  expect((await fetch(`${site.url}/desk/templates/cover-letter/file`, { headers: { cookie } })).status).toBe(
    403,
  )
  await page.goto(href)
  expect(new URL(page.url()).pathname).toBe('/signin')
})
