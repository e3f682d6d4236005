/** The design system in a real browser: every page of the gallery in every dress, narrow and wide. */
import axe, { type AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '#test/support/browser.ts'
import { serveGallery } from '#test/support/gallery/server.ts'

let browser: Browser
let gallery: Awaited<ReturnType<typeof serveGallery>>

beforeAll(async () => {
  gallery = await serveGallery()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await gallery?.close()
})

const dresses = [
  'theme=light',
  'theme=dark&signedIn',
  'sight=on&size=150&contrast=bw',
  'sight=on&size=200&contrast=wb&spacing=wide&images=off',
  'sight=on&size=100&contrast=blue&lang=en',
]

describe.each(dresses)('dressed by %s', (dress) => {
  test.each(['finding', 'forms', 'reading', 'missing'])('%s', async (name) => {
    const page = await open(`page=${name}&${dress}`)
    try {
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await overflow(page), `sideways at ${width}`).toBe(0)
      }
      expect(await complaints(page)).toEqual([])
    } finally {
      await page.close()
    }
  })
})

describe('with JavaScript', () => {
  test('the «/» key goes to the search, but writes a slash where one types', async () => {
    const page = await open('page=forms')
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q')

    await page.getByLabel('Название').fill('')
    await page.getByLabel('Название').press('/')
    expect(await page.getByLabel('Название').inputValue()).toBe('/')
    await page.close()
  })

  test('a question stands over the page and gives the focus back', async () => {
    const page = await open('page=forms')
    const button = page.getByRole('button', { name: 'Удалить' })
    await button.click()
    await page.getByRole('dialog', { name: 'Удалить запрос?' }).waitFor()
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.close()
  })

  test('a refused form takes the focus to what is wrong, and a link leads to the field', async () => {
    const page = await open('page=forms')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
    await page.getByRole('link', { name: /^Размер группы: от 3/ }).waitFor()
    await page.getByRole('link', { name: 'Почта для связи: Укажите почту полностью' }).click()
    expect(await page.evaluate(() => location.hash)).toBe('#f-email')
    await page.close()
  })

  test('a message of the last action can be put away', async () => {
    const page = await open('page=missing&signedIn')
    await page.getByRole('button', { name: 'Убрать сообщение' }).click()
    await page.getByText('Замечание отправлено').waitFor({ state: 'detached' })
    await page.close()
  })
})

describe('on a phone', () => {
  test('menu and filters open by the keyboard alone', async () => {
    const page = await open('page=finding')
    await page.setViewportSize({ width: 320, height: 800 })
    await page.getByText('Меню').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Термины' }).waitFor()
    await page.keyboard.press('Enter')

    await page.getByRole('checkbox', { name: 'Фильтры: выбрано 1' }).press('Space')
    await page.getByLabel('Фамилия, имя или слово').waitFor()
    await page.close()
  })
})

test('paper shows the text and not the buttons', async () => {
  const page = await open('page=reading&theme=dark')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('banner').isVisible()).toBe(false)
  expect(await page.getByText('Демонстрационные данные').isVisible()).toBe(true)
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  )
  await page.close()
})

async function open(query: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(gallery.url(query))
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

function overflow(page: Page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

async function complaints(page: Page) {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<AxeResults>(`axe.run({ resultTypes: ['violations'] })`)
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
}
