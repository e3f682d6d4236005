/** A contest from its announcement to coded works: who holds it, and three organisations that hand works in. */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { docxPaper } from '#app/domain/documents/docx-paper.server.ts'
import { grants, people, users } from '#db/schema/index.ts'
import type { Site } from '#test/support/site.ts'
import { day, press, send, visit } from './people.ts'

export interface Work {
  page: Page
  path: string
  title: string
}

/** The institute prepares a contest with one nomination and announces it; returns its address. */
export async function announceContest(institute: Page, site: Site): Promise<string> {
  await visit(institute, '/contests/new')
  const terms = { opensAt: `${day(-1)}T09:00`, closesAt: `${day(3)}T18:00` }
  const asked = {
    ...{ title: 'Конкурс программ: проверка пути', about: 'Для школ и муниципалитетов.' },
    ...{ basis: 'Приказ о конкурсе', ...terms, judgedUntil: day(10), appealUntil: day(15) },
    ...{ perWork: '2', reserve: '1', load: '6' },
  }
  await send(institute, asked, 'Подготовить')
  await institute.waitForURL(/contests\/\d+$/)
  const contest = new URL(institute.url()).pathname
  const [direction] = await site.owner.sql<{ id: string }[]>`
    select direction_version_id as id from statuses where upper_inf(known) and during @> current_date and tier = 'regional'
    group by 1 order by count(*) desc limit 1`
  await visit(institute, `${contest}/nominations`)
  await institute.locator(`[name="directions"][value="${direction?.id}"]`).check()
  await send(institute, { title: 'Программы развития', winners: '1', prizes: '1' }, 'Добавить номинацию')
  await visit(institute, contest)
  await send(institute, {}, 'Объявить')
  return contest
}

/** An organisation of the registry that has nobody yet gets a person who hands in for it. */
export async function schoolOf({ owner }: Site, email: string): Promise<void> {
  const [school] = await owner.sql<{ id: string }[]>`
    select o.id from organisations o where o.tier = 'institutional'
    and not exists (select from grants g where g.scope_id = o.id) order by o.code desc limit 1`
  const named = { familyName: 'Запрудная', givenName: 'Вера', source: 'demo' as const }
  const id = randomUUID()
  await owner.db.insert(people).values({ id, ...named })
  await owner.db
    .insert(users)
    .values({ personId: id, email, passwordHash: '-', emailConfirmedAt: new Date() })
  const scope = { scopeKind: 'organisation' as const, scopeId: school?.id ?? '' }
  const ground = 'проверка пути'
  await owner.db
    .insert(grants)
    .values({ id: randomUUID(), personId: id, role: 'school', ...scope, during: `[${day(-9)},)`, ground })
}

/** Begins a work, types it, adds a real file of Word under a name that tells whose it is, and sends it. */
export async function handIn(page: Page, contest: string, title: string): Promise<Work> {
  await visit(page, contest)
  await send(page, {}, 'Начать')
  await page.waitForURL(/works\/\d+$/)
  const path = new URL(page.url()).pathname
  await send(page, { title, summary: 'Кратко о программе.', authors: `Автор работы «${title}»` }, 'Сохранить')
  await addFile(page, path, title)
  await visit(page, path)
  await send(page, {}, 'Отправить на конкурс')
  await page.getByText('Работа отправлена').first().waitFor()
  return { page, path, title }
}

/** A file of Word with the words of the work. */
export async function addFile(page: Page, path: string, words: string): Promise<void> {
  const write = docxPaper({ title: words, subject: words, siteName: 'проверка' })
  write.paragraph(words)
  const buffer = await write.finish(() => words)
  await visit(page, `${path}/files`)
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  await page.locator('main [name="file"]').setInputFiles({ name: `${words} школы.docx`, mimeType, buffer })
  await send(page, {}, 'Добавить файл')
}

/** The formal check: the last work is returned, mended with one more file, and admitted like the others. */
export async function checkWorks(institute: Page, works: readonly Work[]): Promise<void> {
  const last = works.at(-1) as Work
  await visit(institute, `${last.path}/check`)
  await send(institute, { decision: 'returned', reason: 'Приложите план мероприятий.' }, 'Сохранить решение')
  await visit(last.page, last.path)
  await last.page.getByText('Приложите план мероприятий.').waitFor()
  await addFile(last.page, last.path, 'План мероприятий')
  await visit(last.page, last.path)
  await send(last.page, {}, 'Отправить исправленную')
  for (const { path } of works) {
    await visit(institute, `${path}/check`)
    await send(institute, { decision: 'admitted' }, 'Сохранить решение')
  }
}

/** Terms come while nobody waits for them: the days between are not lived through. */
export async function pass({ owner }: Site, contest: string, term: 'intake' | 'expertise' | 'appeals') {
  const number = Number(contest.split('/').at(-1))
  if (term === 'intake')
    await owner.sql`update contests set closes_at = now() - interval '1 minute' where number = ${number}`
  if (term === 'expertise')
    await owner.sql`update contests set judged_until = ${day(-1)} where number = ${number}`
  if (term === 'appeals')
    await owner.sql`update contests set judged_until = ${day(-2)}, appeal_until = ${day(-1)} where number = ${number}`
}

/** Codes, then panels of all works in one reckoning, approved: every expert is asked once. */
export async function composePanels(secretary: Page, institute: Page, contest: string): Promise<void> {
  await visit(secretary, `${contest}/works`)
  await send(secretary, {}, 'Зашифровать работы')
  await visit(institute, `${contest}/works`)
  await institute.getByText('Работы зашифрованы').waitFor()
  await visit(institute, `${contest}/panels`)
  await send(institute, {}, 'Подобрать составы')
  const approve = institute.getByRole('button', { name: 'Утвердить составы и пригласить' })
  await approve.waitFor({ timeout: 60_000 })
  await press(institute, approve)
  await institute.getByText('приглашения разосланы').first().waitFor()
}
