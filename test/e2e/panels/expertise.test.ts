/** From an invitation to an issued conclusion without JavaScript, and what JavaScript adds: autosave and replay. */
import type { Page } from 'playwright-core'
import { issueConclusion } from '#test/e2e/story/expertise.ts'
import { invitationTo, signInFor } from '#test/e2e/story/people.ts'
import { expect, expectAccessible, type Site, test } from '#test/support/site.ts'

const plain = { javaScriptEnabled: false }
const asked = 'Экспертиза методики объективности'
const open = 'Экспертиза положения об информационных системах'
const sheetOf = (page: Page, title: string) =>
  invitationTo(page, title).getByRole('link', { name: 'Заполнить лист' })

/** Accounts of everybody who sits on the panel, the chair first; a person of the registry without one gets it. */
async function membersOf(site: Site, panel: number): Promise<string[]> {
  const rows = await site.owner.sql<{ number: number; email: string | null }[]>`
    select p.number, u.email from seats s join panels n on n.id = s.panel_id join people p on p.id = s.person_id
    join invitations i on i.seat_id = s.id left join users u on u.person_id = p.id
    where n.number = ${panel} and s.left_at is null and s.standing = 'member' and i.answer = 'accepted'
    order by s.is_chair = 'chair' desc nulls last, s.rank`
  for (const { number, email } of rows)
    if (email === null) await signInFor(site, number, `seat-${number}@demo.example`)
  return rows.map(({ number, email }) => email?.split('@')[0] ?? `seat-${number}`)
}

/** Fills a sheet's form as it stands; the last criterion does not apply. */
async function fill(page: Page, mark: number) {
  const groups = page.locator('main form > div > fieldset')
  const count = await groups.count()
  expect(count).toBe(9)
  for (let at = 0; at < count; at += 1) {
    const group = groups.nth(at)
    const marks = group.locator('input[type=radio]')
    if (at === 6) await group.getByLabel('Критерий не применим').check()
    else if ((await marks.count()) > 0) await marks.nth(Math.min(mark, (await marks.count()) - 1)).check()
    await group.locator('textarea').fill(`Обоснование ${at + 1}: сверено с текстом проекта.`)
  }
}

test('a sheet saves itself while one types, and says so', async ({ as }) => {
  const expert = await as('expert')
  await expert.goto('/cabinet/invitations')
  await sheetOf(expert, open).click()
  await expert.getByLabel('Обоснование').first().fill('Начато и не закончено')
  await expert.getByText('Сохранено', { exact: true }).waitFor()
  await expectAccessible(expert)
  await expert.reload()
  expect(await expert.getByLabel('Обоснование').first().inputValue()).toBe('Начато и не закончено')
})

test('what is typed before the page came to life is saved too', async ({ as }) => {
  const expert = await as('expert')
  await expert.goto('/cabinet/invitations')
  const sheet = await sheetOf(expert, open).getAttribute('href')
  let pass = () => {}
  const gate = new Promise<void>((resolve) => {
    pass = resolve
  })
  await expert.route('**/assets/*.js', async (route) => {
    await gate
    await route.continue()
  })
  await expert.goto(sheet ?? '', { waitUntil: 'commit' })
  await expert.getByLabel('Обоснование').nth(1).fill('Набрано до загрузки')
  pass()
  await expert.getByText('Сохранено', { exact: true }).waitFor()
  await expert.reload()
  expect(await expert.getByLabel('Обоснование').nth(1).inputValue()).toBe('Набрано до загрузки')
})

test('an expert accepts, fills and sends a sheet; the conclusion is agreed on, signed and issued', async ({
  as,
  page,
  site,
}) => {
  const expert = await as('expert', plain)
  await expert.goto('/cabinet/invitations')
  await invitationTo(expert, asked).getByRole('link', { name: 'Ответить' }).click()
  await expert.getByRole('button', { name: 'Принять приглашение' }).click()
  await expert.getByText('Без заявления об отсутствии конфликта').first().waitFor()
  await expert.getByLabel('Заявляю об отсутствии конфликта интересов').check()
  await expert.getByLabel('Принимаю обязательство о неразглашении').check()
  await expert.getByRole('button', { name: 'Принять приглашение' }).click()
  await expert.getByText('Вы приняли приглашение').waitFor()

  await sheetOf(expert, open).click()
  const sheet = new URL(expert.url()).pathname
  await expert.getByRole('button', { name: 'Отправить лист' }).click()
  await expert.getByText('Ответьте: Соответствие нормативной базе').first().waitFor()
  await fill(expert, 3)
  await expert.locator('[name="at-legality"]').fill('такого места нет')
  await expert.getByRole('button', { name: 'Отправить лист' }).click()
  await expert.getByText('Такого места в этой редакции нет').first().waitFor()
  // A refusal keeps every word that was typed.
  expect(await expert.locator('[name="reason-clarity"]').inputValue()).toContain('сверено с текстом')
  const address = await expert.locator('#passages option').first().getAttribute('value')
  await expert.locator('[name="at-legality"]').fill(address ?? '')
  await expert.getByRole('button', { name: 'Отправить лист' }).click()
  await expert.getByText('Лист отправлен. Спасибо!').waitFor()
  await expert.goto(sheet)
  await expert.getByText('Он хранится без изменений').waitFor()

  const chair = await as('chair', plain)
  expect((await chair.goto(sheet))?.status()).toBe(404)
  await chair.goto('/cabinet/invitations')
  await sheetOf(chair, open).click()
  await fill(chair, 2)
  await chair.getByRole('button', { name: 'Сохранить и продолжить позже' }).click()
  await chair.getByText('Изменения сохранены').waitFor()
  await fill(chair, 1)
  await chair.getByRole('button', { name: 'Отправить лист' }).click()
  await chair.getByText('Лист отправлен. Спасибо!').waitFor()

  const members = await Promise.all((await membersOf(site, 2)).map((name) => as(name)))
  await issueConclusion({ as, guest: page, site }, '/panels/2', members)

  await page.goto('/conclusions/2-1')
  await page.getByText('Группа поддерживает проект с замечаниями.').first().waitFor()
  await expectAccessible(page)
  await page.locator('a[href^="/check/"]').click()
  await page.getByText('Документ выпущен на этой площадке и не отозван').waitFor()
  await expectAccessible(page)
  const pdf = await page.request.get('/conclusions/2-1.pdf')
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
})

test('the secretary chooses by lot, invites and sees the answers; anybody replays the draw', async ({
  as,
  page,
}) => {
  const institute = await as('institute', plain)
  await institute.goto('/panels/new?draft=vpr-recheck-guidelines')
  await institute.getByRole('button', { name: 'Запросить группу' }).click()
  await institute.getByText('Отметьте хотя бы одно направление').first().waitFor()
  await institute.getByLabel('Профессионально-общественная экспертиза').check()
  await institute.getByRole('button', { name: 'Запросить группу' }).click()
  await institute.getByText('Группа запрошена').waitFor()
  const path = new URL(institute.url()).pathname

  const coordinator = await as('coordinator')
  await coordinator.goto(path)
  await expectAccessible(coordinator)
  await coordinator.goto(`${path}/hand?q=1`)
  await expectAccessible(coordinator)
  await coordinator.getByRole('button', { name: 'Сохранить состав' }).click()
  await coordinator.getByText('Нужно отметить 5, а отмечено 0').first().waitFor()
  await coordinator.goto(path)
  await coordinator.getByLabel('Какое открытое число будет использовано').fill('курс на завтра')
  await coordinator.getByRole('button', { name: 'Объявить жребий' }).click()
  await coordinator.getByText('Жребий объявлен').first().waitFor()
  await coordinator.locator('[name="publicValue"]').fill('92,4107')
  await coordinator.getByRole('button', { name: 'Провести жребий' }).click()
  await coordinator.getByRole('button', { name: 'Разослать приглашения' }).click()
  await coordinator.getByText('ждём до').first().waitFor()

  await page.goto(`${path}/protocol`)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Проверить отбор' }).click()
  await page.getByText('Отбор воспроизводится').waitFor()
  await page.getByText('ещё раз в вашем браузере').waitFor()
  const data = await (await page.request.get(`${path}/protocol.json`)).json()
  expect(data.protocol.lot.publicValue).toBe('92,4107')
})

test('a refusal with a reason gives the seat to the reserve', async ({ as, site }) => {
  const chair = await as('chair', plain)
  // by lot the chair may have been invited to another panel above
  const [invited] = await site.owner.sql<{ id: string }[]>`
    select i.id from invitations i join seats s on s.id = i.seat_id join panels p on p.id = s.panel_id
    join users u on u.person_id = s.person_id
    where p.number = 4 and u.email = 'chair@demo.example' and i.answer is null`
  await chair.goto('/cabinet/invitations')
  await chair.locator(`a[href="/cabinet/invitations/${invited?.id}"]`).first().click()
  await chair.getByRole('link', { name: 'Отказаться' }).click()
  await chair.getByRole('button', { name: 'Отказаться от участия' }).click()
  await chair.getByText('Заполните это поле').first().waitFor()
  await chair.getByLabel('Почему вы отказываетесь').fill('Буду в отъезде')
  await chair.getByRole('button', { name: 'Отказаться от участия' }).click()
  await chair.getByText('Отказ записан').waitFor()
  const [promoted] = await site.owner.sql<{ n: number }[]>`
    select count(*)::int as n from seats s join panels p on p.id = s.panel_id
    where p.number = 4 and s.standing = 'member' and s.replaces_id is not null`
  expect(promoted?.n).toBe(1)
})

test('pages of an expertise are accessible', async ({ as, site }) => {
  const operator = await as('operator')
  for (const path of ['/panels', '/panels/1', '/panels/3', '/panels/3/cancellation', '/panels/4/protocol']) {
    await operator.goto(path)
    await expectAccessible(operator)
  }
  const expert = await as('expert')
  await expert.goto('/cabinet/invitations')
  await expectAccessible(expert)
  const [fresh] = await site.owner.sql<{ id: string }[]>`
    select s.id from sheets s join seats t on t.id = s.seat_id join people p on p.id = t.person_id
    join users u on u.person_id = p.id where u.email = 'expert@demo.example' and s.sent_at is not null limit 1`
  await expert.goto(`/sheets/${fresh?.id}`)
  await expectAccessible(expert)
})
