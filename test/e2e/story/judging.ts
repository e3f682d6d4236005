/** A contest from the answers of its experts to its order: sheets, a third expert, places, an appeal, papers. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Site } from '#test/support/site.ts'
import type { Work } from './competing.ts'
import { sendMarks } from './expertise.ts'
import { type Cast, day, press, send, signInFor, visit } from './people.ts'

export interface Judge {
  page: Page
  surname: string
  number: number
}
const numberIn = (path: string) => Number(path.split('/').at(-1))

/** A browser of everybody who has a seat or waits in reserve. */
export async function judgesOf({ as, site }: Pick<Cast, 'as' | 'site'>, contest: string): Promise<Judge[]> {
  const rows = await site.owner.sql<{ number: number; surname: string }[]>`
    select distinct p.number, p.family_name as surname from people p join seats s on s.person_id = p.id
    join panels n on n.id = s.panel_id join submissions w on w.id = n.submission_id
    join contests c on c.id = w.contest_id where c.number = ${numberIn(contest)} order by 1`
  for (const { number } of rows) await signInFor(site, number, `judge-${number}@demo.example`)
  return Promise.all(rows.map(async (row) => ({ ...row, page: await as(`judge-${row.number}`) })))
}

/** Everybody who was asked takes all works in one answer; returns how many people answered. */
export async function acceptAll(judges: readonly Judge[], contest: string): Promise<number> {
  let answered = 0
  for (const { page } of judges) {
    const answer = await page.goto(`/cabinet/invitations${contest}`, { waitUntil: 'networkidle' })
    const submit = page.getByRole('button', { name: 'Отправить ответ' })
    if (answer?.status() !== 200 || (await submit.count()) === 0) continue
    await page.getByLabel('Заявляю об отсутствии конфликта интересов').check()
    await page.getByLabel('Принимаю обязательство о неразглашении').check()
    await press(page, submit)
    answered += 1
  }
  return answered
}

/** One press over many works: its page, its button, and how many works it says it did. */
export async function overAll(page: Page, path: string, button: RegExp, done: string): Promise<void> {
  await visit(page, path)
  await press(page, page.locator('main').getByRole('button', { name: button }))
  await page.getByText(done).waitFor({ timeout: 60_000 })
}

/** Every sheet that is open is filled in: `mark` by work and by how many experts have marked it before. */
export async function judge(
  judges: readonly Judge[],
  contest: string,
  mark: (code: string, before: number) => number,
): Promise<void> {
  const marked = new Map<string, number>()
  for (const { page, surname } of judges)
    for (;;) {
      const answer = await page.goto(`/cabinet/invitations${contest}`, { waitUntil: 'networkidle' })
      const row = page.locator('tr', { has: page.getByRole('link', { name: 'Заполнить лист' }) }).first()
      if (answer?.status() !== 200 || (await row.count()) === 0) break
      const code = /\d{3,}/.exec((await row.textContent()) ?? '')?.[0] ?? ''
      await row.getByRole('link', { name: 'Заполнить лист' }).click()
      await page.waitForURL('**/sheets/*')
      const before = marked.get(code) ?? 0
      await sendMarks(page, mark(code, before), `Обосновано в программе. ${surname} А. Б.`)
      marked.set(code, before + 1)
    }
}

/** An expert reads a work by its code: nothing on the way tells whose it is. */
export async function readBlind({ page }: Judge, contest: string, works: readonly Work[], secrets: string[]) {
  const list = `/cabinet/invitations${contest}`
  await visit(page, list)
  const panel = await page.getByRole('link', { name: 'Работа', exact: true }).first().getAttribute('href')
  await visit(page, panel ?? '')
  const file = await page.request.get(`${panel}/1`)
  expect(file.headers()['content-disposition']).toMatch(/\d{3,}-1\.docx/)
  await unsaid(page, [list, panel ?? '', contest, '/cabinet', '/cabinet/notifications'], secrets)
  for (const { path } of works) expect((await page.request.get(path)).status(), path).toBe(404)
}

/** None of these pages, nor their data, says any of the words. */
export async function unsaid(page: Page, paths: readonly string[], words: readonly string[]): Promise<void> {
  for (const path of paths) {
    const answer = await page.request.get(path)
    const text = await answer.text()
    expect(
      words.filter((word) => text.includes(word)),
      path,
    ).toEqual([])
  }
}

/** Publishes the ranking as it is now. */
export async function publishRanking(institute: Page, contest: string): Promise<void> {
  await visit(institute, `${contest}/ranking`)
  await send(institute, {}, 'Опубликовать итоги')
  await institute.waitForURL('**/results')
}

/** The places of the results page, by code. */
export async function placesOn(page: Page, contest: string): Promise<Map<string, string>> {
  await visit(page, `${contest}/results`)
  const places = new Map<string, string>()
  for (const row of await page.locator('main table tbody tr').all()) {
    const cells = await row.locator('th, td').allTextContents()
    const code = cells.map((cell) => /Работа (\d{3,})/.exec(cell)?.[1]).find(Boolean)
    if (code) places.set(code, cells[0]?.trim() ?? '')
  }
  return places
}

/** A participant objects to a mark; the organiser upholds it with the highest mark by the first criterion. */
export async function appeal(institute: Page, { page, path }: Work): Promise<void> {
  await visit(page, `${path}/appeal`)
  await send(page, { words: 'Смета приложена к работе.' }, 'Отправить')
  await visit(institute, `${path}/answer`)
  await institute.locator('main select').first().selectOption({ index: 5 })
  await send(institute, { upheld: 'yes', answer: 'Смета действительно есть.' }, 'Ответить')
  await visit(page, path)
  await page.getByText('Удовлетворено').waitFor()
}

/** The signed order: names and diplomas are open from here. */
export async function enterOrder(institute: Page, contest: string): Promise<void> {
  await visit(institute, `${contest}/order`)
  const draft = await institute.request.get(`${contest}/order.docx`)
  expect((await draft.body()).subarray(0, 2).toString()).toBe('PK')
  await send(institute, { number: '214-П', day: day(0) }, 'Утвердить итоги')
  await institute.waitForURL('**/results')
}

/** The winner has a diploma, which anybody checks by its code. */
export async function checkDiploma(guest: Page, site: Site, { page, path, title }: Work): Promise<void> {
  const pdf = await page.request.get(`${path}/diploma.pdf`)
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  const [row] = await site.owner.sql<{ code: string }[]>`
    select d.code from contest_diplomas d join submissions w on w.id = d.submission_id where w.number = ${numberIn(path)}`
  await visit(guest, `/check/${row?.code}`)
  await guest.getByText('Диплом конкурса').first().waitFor()
  await guest.getByText(title).first().waitFor()
}
