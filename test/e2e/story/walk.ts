/** The main job from a draft to its summary, walked by seven people; throws where something does not work. */
import { readFileSync } from 'node:fs'
import { and, eq } from 'drizzle-orm'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { people, users } from '#db/schema/index.ts'
import type { Site } from '#test/support/site.ts'
import { send, signInFor, visit } from './people.ts'

interface Cast {
  as: (name: string, options?: BrowserContextOptions) => Promise<Page>
  guest: Page
  site: Site
}

const title = 'Концепция экспертного сообщества: проверка пути'
const concept = readFileSync('content/drafts/concept.md', 'utf8').replace(/^---[\s\S]*?\n---\n/, '')
const day = (offset: number) =>
  new Date(Date.now() + offset * 86_400_000 + 5 * 3_600_000).toISOString().slice(0, 10)

export async function walkMainJob({ as, guest, site }: Cast): Promise<void> {
  const institute = await as('institute')

  // A draft with its passport, from Markdown; the first version is published and its discussion opened.
  await visit(institute, '/drafts/new')
  await institute.locator('[name="way"][value="markdown"]').check()
  await send(
    institute,
    {
      title,
      ground: 'План работы института',
      explanatoryNote: 'Проверяем весь путь.',
      contact: 'кабинет 12',
      source: concept,
    },
    'Создать проект',
  )
  await institute.waitForURL('**/edit')
  const slug = /drafts\/([^/]+)\/edit/.exec(institute.url())?.[1] ?? ''
  expect(slug).not.toBe('')
  expect((await guest.goto(`/drafts/${slug}`))?.status()).toBe(404)
  await visit(institute, `/drafts/${slug}/publish`)
  await send(institute, { note: 'Первая редакция' }, 'Опубликовать')
  await visit(institute, `/drafts/${slug}/stages?process=public-discussion`)
  const stages = ['notice', 'discussion', 'processing', 'summary']
  const days = [
    [-2, -1],
    [0, 9],
    [10, 19],
    [20, 22],
  ]
  await send(
    institute,
    Object.fromEntries(
      stages.flatMap((_, at) => [
        [`stages[${at}].firstDay`, day(days[at]?.[0] ?? 0)],
        [`stages[${at}].lastDay`, day(days[at]?.[1] ?? 0)],
      ]),
    ),
    'Открыть обсуждение',
  )
  await visit(guest, `/drafts/${slug}`)
  await guest.getByText('абз. 1').first().waitFor()

  // Two remarks on the same word, one of them a proposal without any script, and a question.
  const participant = await as('participant', { javaScriptEnabled: false })
  const link = await guest.locator('article a[href*="/remark?"]').nth(30).getAttribute('href')
  const place = link ?? ''
  await participant.goto(place)
  await send(
    participant,
    {
      kind: 'proposal',
      scope: 'phrase',
      fromWord: '2',
      toWord: '2',
      replacement: 'новое слово',
      body: 'Так точнее',
    },
    'Отправить',
  )
  const municipality = await as('municipality')
  await visit(municipality, place)
  await send(
    municipality,
    { kind: 'objection', scope: 'phrase', fromWord: '2', toWord: '2', body: 'Слово здесь важно' },
    'Отправить',
  )
  const school = await as('school')
  await visit(school, place)
  await send(school, { kind: 'question', scope: 'whole', body: 'Кого это касается?' }, 'Отправить')
  await visit(guest, `/drafts/${slug}/remarks/1`)
  await guest.getByText('новое слово').first().waitFor()

  // A panel of two: the chair and a colleague by hand; the expert declines, the reserve comes in.
  const team = await teamOf(site)
  await visit(institute, `/panels/new?draft=${slug}`)
  await institute.locator(`[name="directions"][value="${team.direction}"]`).check()
  await send(institute, { size: '2', reserve: '1', answerDays: '3', lastDay: day(9) }, 'Запросить группу')
  const panel = new URL(institute.url()).pathname
  const coordinator = await as('coordinator')
  await visit(coordinator, `${panel}/hand?q=`)
  for (const number of [team.chair, team.expert]) await chooseByHand(coordinator, 'members', number)
  await chooseByHand(coordinator, 'reserve', team.reserve)
  await send(coordinator, {}, 'Сохранить состав')
  await visit(coordinator, panel)
  await send(coordinator, {}, 'Разослать приглашения')
  await signInFor(site, team.reserve, 'reserve@demo.example')
  const [chair, expert] = [await as('chair'), await as('expert', { javaScriptEnabled: false })]
  await answer(chair, 'accept')
  await answer(expert, 'decline')
  const reserve = await as('reserve')
  await answer(reserve, 'accept')
  await visit(coordinator, panel)
  await coordinator.locator(`form[action="${panel}/chair"]`).first().getByRole('button').click()
  await coordinator.waitForLoadState('networkidle')
  await send(coordinator, {}, 'Открыть экспертные листы')

  // Sheets, then the conclusion with its PDF.
  for (const member of [chair, reserve]) await fillSheet(member)
  await visit(chair, `${panel}/conclusion`)
  await send(
    chair,
    { text: 'Группа поддерживает проект с замечаниями.', recommendations: 'Уточнить термины.' },
    'Выпустить заключение',
  )
  await visit(guest, `${panel}/protocol`)
  const [conclusion] = await site.owner.sql<{ number: string; code: string }[]>`
    select number, code from conclusions where issued_at is not null order by issued_at desc limit 1`
  await visit(guest, `/conclusions/${conclusion?.number}`)
  await visit(guest, `/check/${conclusion?.code}`)
  const pdf = await guest.request.get(`/conclusions/${conclusion?.number}.pdf`)
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')

  // Every remark gets its answer; the second version keeps both remarks on the word.
  const verdicts = ['accepted', 'rejected', 'explained']
  for (const [at, decision] of verdicts.entries()) {
    await visit(institute, `/drafts/${slug}/remarks/${at + 1}/decision`)
    await send(institute, { decision, reason: `Обоснование решения ${at + 1}` }, 'Сохранить')
  }
  await visit(institute, `/drafts/${slug}/edit`)
  await institute
    .getByRole('button', { name: /редакци/ })
    .first()
    .click()
  await institute.waitForURL('**/edit')
  await institute.locator('[name="way"][value="markdown"]').check()
  await send(institute, { source: `Введение второй редакции.\n\n${concept}` }, 'Сохранить')
  await visit(institute, `/drafts/${slug}/publish`)
  await send(institute, { note: 'По итогам обсуждения' }, 'Опубликовать')
  const rows = await site.owner.sql<{ status: string }[]>`
    select r.status from resolutions r join versions v on v.id = r.version_id join drafts d on d.id = v.draft_id
    where d.slug = ${slug} and v.number = 2`
  expect(rows.map(({ status }) => status)).toEqual(['exact', 'exact', 'exact'])

  // The summary in three formats, and each author sees the fate of the own proposal.
  await visit(institute, `/drafts/${slug}/summary`)
  await send(institute, {}, 'Опубликовать сводку')
  await visit(guest, `/drafts/${slug}/summary`)
  await guest.getByText('Обоснование решения 1').first().waitFor()
  for (const format of ['xlsx', 'docx']) {
    const file = await guest.request.get(`/drafts/${slug}/summary.${format}`)
    expect((await file.body()).subarray(0, 2).toString(), format).toBe('PK')
  }
  await participant.goto('/cabinet/proposals')
  await participant.getByText('Обоснование решения 1').first().waitFor()
}

/** The chair, the expert and a third person of one direction with other places of work than the developer. */
async function teamOf({ owner }: Site) {
  const numbersOf = async (email: string) => {
    const [row] = await owner.db
      .select({ number: people.number, id: people.id })
      .from(people)
      .innerJoin(users, and(eq(users.personId, people.id), eq(users.email, email)))
    return row
  }
  const [chair, expert] = [await numbersOf('chair@demo.example'), await numbersOf('expert@demo.example')]
  const rows = await owner.sql<{ direction: string; number: number }[]>`
    select s.direction_version_id as direction, p.number from statuses s join people p on p.id = s.person_id
    where upper_inf(s.known) and s.during @> current_date
      and s.direction_version_id in (select direction_version_id from statuses where person_id = ${chair?.id ?? ''} and upper_inf(known) and during @> current_date)
      and s.direction_version_id in (select direction_version_id from statuses where person_id = ${expert?.id ?? ''} and upper_inf(known) and during @> current_date)
      and exists (select from disclosures d where d.person_id = p.id and d.field = 'name')
      and not exists (select from users u where u.person_id = p.id)
    order by p.number limit 1`
  const [third] = rows
  return {
    direction: third?.direction ?? '',
    chair: chair?.number ?? 0,
    expert: expert?.number ?? 0,
    reserve: third?.number ?? 0,
  }
}

async function chooseByHand(page: Page, name: 'members' | 'reserve', number: number) {
  await page.locator(`[name="${name}"][value="${number}"]`).check()
}

async function answer(page: Page, how: 'accept' | 'decline') {
  await page.goto('/cabinet/invitations')
  const path = await page.locator('a[href^="/cabinet/invitations/"]').first().getAttribute('href')
  if (how === 'accept') {
    await page.goto(path ?? '')
    await page.locator('[name="noConflict"]').check()
    await page.locator('main form button').first().click()
  } else {
    await page.goto(`${path?.replace(/\/refusal$/, '')}/refusal`)
    await page.locator('[name="reason"]').fill('Буду в отъезде')
    await page.locator('main form button').first().click()
  }
  await page.waitForLoadState('networkidle')
}

async function fillSheet(page: Page) {
  await page.goto('/cabinet/invitations')
  const path = await page.locator('a[href^="/sheets/"]').first().getAttribute('href')
  await visit(page, path ?? '')
  for (const group of await page.locator('main fieldset').all()) {
    const marks = group.locator('input[type=radio]')
    if ((await marks.count()) > 0) await marks.nth((await marks.count()) - 2).check()
    for (const area of await group.locator('textarea').all()) await area.fill('Обосновано в тексте проекта.')
  }
  await page.locator('main button[formaction$="/sending"]').click()
  await page.waitForLoadState('networkidle')
}
