/** A panel of two by the best way: one declines, the reserve comes in; sheets, then the conclusion with its PDF. */
import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { detachedOver } from '#test/support/cms.ts'
import type { Site } from '#test/support/site.ts'
import { type Cast, day, press, send, signInFor, visit } from './people.ts'

const twoAndOne = { size: '2', reserve: '1' }

/** The institute asks for a panel; returns the panel's address. */
export async function requestPanel(
  institute: Page,
  slug: string,
  site: Site,
  seats = twoAndOne,
): Promise<string> {
  const direction = await directionOf(site)
  await visit(institute, `/panels/new?draft=${slug}`)
  await institute.locator(`[name="directions"][value="${direction}"]`).check()
  await send(institute, { ...seats, answerDays: '3', lastDay: day(9) }, 'Запросить группу')
  await institute.waitForURL(/panels\/\d+$/)
  return new URL(institute.url()).pathname
}

/** The coordinator chooses, invites and opens the sheets; returns the chair and the reserve who came in. */
export async function chooseMembers({ as, site }: Cast, panel: string): Promise<[Page, Page]> {
  const coordinator = await as('coordinator')
  await visit(coordinator, panel)
  await press(coordinator, coordinator.locator(`form[action="${panel}/best"]`).getByRole('button'))
  const [chair, expert, reserve] = (await inviteSeats({ as, site }, coordinator, panel)) as [Page, Page, Page]
  await accept(chair)
  await decline(expert)
  await accept(reserve)
  await openSheets(coordinator, panel)
  return [chair, reserve]
}

/** Sends the invitations; returns a browser of everybody who has a seat, members first, as they stand in the reserve. */
export async function inviteSeats(
  { as, site }: Pick<Cast, 'as' | 'site'>,
  coordinator: Page,
  panel: string,
): Promise<Page[]> {
  await visit(coordinator, panel)
  await send(coordinator, {}, 'Разослать приглашения')
  const seats = await site.owner.sql<{ number: number }[]>`
    select p.number from seats s join panels n on n.id = s.panel_id join people p on p.id = s.person_id
    where n.number = ${Number(panel.split('/').at(-1))} order by s.standing, s.rank`
  for (const { number } of seats) await signInFor(site, number, `seat-${number}@demo.example`)
  return Promise.all(seats.map(({ number }) => as(`seat-${number}`)))
}

/** The first member becomes the chair, and the sheets open. */
export async function openSheets(coordinator: Page, panel: string): Promise<void> {
  await visit(coordinator, panel)
  await coordinator.locator(`form[action="${panel}/chair"]`).first().getByRole('button').click()
  await coordinator.getByText('председатель', { exact: true }).waitFor()
  await send(coordinator, {}, 'Открыть экспертные листы')
  await coordinator.getByText('Листы открыты').first().waitFor()
}

/** Every member fills and sends a sheet. */
export async function writeSheets(members: readonly Page[]): Promise<void> {
  for (const member of members) await fillSheet(member)
}

/** Members agree with the text and sign the document by detached files; a guest reads it, checks its code, opens the PDF. */
export async function issueConclusion({ guest, site }: Cast, panel: string, members: Page[]): Promise<void> {
  const [chair, ...others] = members as [Page, ...Page[]]
  await visit(chair, `${panel}/conclusion`)
  const words = {
    text: 'Группа поддерживает проект с замечаниями. [К1]',
    recommendations: 'Уточнить термины.',
  }
  await send(chair, words, 'Сохранить')
  await visit(chair, `${panel}/agreement`)
  await send(chair, {}, 'Отправить на согласование')
  for (const member of others) {
    await visit(member, `${panel}/answer`)
    await send(member, {}, 'Согласиться')
  }
  await visit(chair, `${panel}/opening`)
  await send(chair, {}, 'Открыть подписание')
  const document = await chair.request.get(`${panel}/signing/document.pdf`)
  const hash = createHash('sha256')
    .update(await document.body())
    .digest('hex')
  for (const member of members) {
    await visit(member, `${panel}/signing/file`)
    const file = { name: 'signature.sig', mimeType: 'application/octet-stream', buffer: detachedOver(hash) }
    await member.locator('input[type=file]').setInputFiles(file)
    await send(member, {}, 'Приложить')
  }
  await visit(guest, `${panel}/protocol`)
  const [conclusion] = await site.owner.sql<{ number: string; code: string }[]>`
    select number, code from conclusions where issued_at is not null order by issued_at desc limit 1`
  await visit(guest, `/conclusions/${conclusion?.number}`)
  await visit(guest, `/check/${conclusion?.code}`)
  const pdf = await guest.request.get(`/conclusions/${conclusion?.number}.pdf`)
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
}

/** The direction with the most experts today. */
async function directionOf({ owner }: Site): Promise<string> {
  const [row] = await owner.sql<{ id: string }[]>`
    select direction_version_id as id from statuses where upper_inf(known) and during @> current_date and tier = 'regional'
    group by 1 order by count(*) desc limit 1`
  return row?.id ?? ''
}

export async function accept(page: Page) {
  await page.goto('/cabinet/invitations')
  await page.getByRole('link', { name: 'Ответить', exact: true }).first().click()
  await page.getByLabel('Заявляю об отсутствии конфликта интересов').check()
  await page.getByLabel('Принимаю обязательство о неразглашении').check()
  await page.getByRole('button', { name: 'Принять приглашение' }).click()
  await page.getByText('Вы приняли приглашение').waitFor()
}

export async function decline(page: Page) {
  await page.goto('/cabinet/invitations')
  await page.getByRole('link', { name: 'Ответить', exact: true }).first().click()
  await page.getByRole('link', { name: 'Отказаться' }).click()
  await page.getByLabel('Почему вы отказываетесь').fill('Буду в отъезде')
  await page.getByRole('button', { name: 'Отказаться от участия' }).click()
  await page.getByText('Отказ записан').waitFor()
}

/** Gives the same mark to every criterion, the last but one of its scale unless told otherwise, and sends the sheet. */
export async function fillSheet(page: Page, mark = -2): Promise<void> {
  await page.goto('/cabinet/invitations')
  await page.getByRole('link', { name: 'Заполнить лист' }).first().click()
  await page.waitForURL('**/sheets/*')
  await sendMarks(page, mark, 'Обосновано в тексте проекта.')
}

/** Fills the sheet that is open, with these words wherever words are asked for, and sends it. */
export async function sendMarks(page: Page, mark: number, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Отправить лист' }).waitFor()
  await page.waitForLoadState('networkidle')
  for (const group of await page.locator('main form > div > fieldset').all()) {
    const marks = group.locator('input[type=radio]')
    const count = await marks.count()
    // the verdict has fewer answers than a scale
    if (count > 0) await marks.nth(Math.min(mark < 0 ? count + mark : mark, count - 1)).check()
    for (const area of await group.locator('textarea').all()) await area.fill(words)
  }
  await page.getByRole('button', { name: 'Отправить лист' }).click()
  await page.getByText('Лист отправлен. Спасибо!').waitFor()
}
