/** An event from its first word to a certificate that a stranger checks: prepared, announced, filled, marked by a code, closed. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, expectAccessible, test } from '#test/support/site.ts'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const clockIn = (days: number, hour: string) =>
  `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${hour}`

test('an event is announced, its last seat taken, attendance marked by a code, and its certificate checked', async ({
  as,
  page: guest,
  site,
}) => {
  const organiser = await as('institute')
  await organiser.goto('/events')
  await organiser.getByRole('link', { name: 'Новое мероприятие' }).click()
  await organiser.getByLabel('Серия').selectOption({ label: 'Единый методический день для МОУО' })
  await organiser.getByLabel('Название').fill('Практикум по обоснованиям')
  await organiser.getByLabel('Начало').fill(clockIn(5, '11:00'))
  await organiser.getByLabel('Окончание').fill(clockIn(5, '10:00'))
  await organiser.getByLabel('Место', { exact: true }).fill('Демоград, ауд. 5')
  await organiser.getByLabel('Сколько мест').fill('1')
  await expectAccessible(organiser)
  await press(organiser, 'Сохранить')
  await organiser.getByText('Окончание не может быть раньше начала.').first().waitFor()
  expect(await organiser.getByLabel('Название').inputValue()).toBe('Практикум по обоснованиям')
  await organiser.getByLabel('Окончание').fill(clockIn(5, '14:00'))
  await press(organiser, 'Сохранить')
  await organiser.getByText('Черновик. Страницу видят только организаторы.').waitFor()
  const path = new URL(organiser.url()).pathname
  const number = Number(path.split('/').pop())
  expect((await guest.goto(path))?.status()).toBe(404)

  await organiser.getByRole('link', { name: 'Программа', exact: true }).click()
  await organiser.getByLabel('Окончание').fill(clockIn(5, '12:00'))
  await organiser.getByLabel('Название').fill('Пять вопросов к обоснованию')
  await organiser.getByLabel('Выступающие').fill('Гостья Вера Ильинична')
  await expectAccessible(organiser)
  await press(organiser, 'Добавить пункт')
  await organiser.getByRole('rowheader', { name: 'Пять вопросов к обоснованию' }).waitFor()

  const coordinator = await as('coordinator')
  await coordinator.goto(path)
  await coordinator.getByRole('link', { name: 'Объявить' }).click()
  await press(coordinator, 'Объявить')
  await coordinator.getByRole('link', { name: 'Отменить мероприятие' }).waitFor()

  await guest.goto(path)
  await guest.getByText('Гостья Вера Ильинична').waitFor()
  await guest.getByText('свободно 1 место').waitFor()
  await expectAccessible(guest)
  const [participant, late] = [await as('participant'), await as('applicant')]
  await participant.goto(path)
  await press(participant, 'Зарегистрироваться')
  await participant.getByRole('img', { name: 'Код билета участника' }).waitFor()
  await expectAccessible(participant)
  const ticket = await participant.locator('main code').textContent()
  await late.goto(path)
  await press(late, 'Встать в лист ожидания')
  await late.getByText('Вы первый в очереди').waitFor()
  await expectAccessible(late)

  // the day comes
  await site.owner
    .sql`update events set starts_at = now() - interval '1 hour', register_until = now() - interval '1 hour',
    ends_at = now() + interval '1 hour' where number = ${number}`
  await organiser.goto(`${path}/tickets/${ticket}`)
  await expectAccessible(organiser)
  await organiser.getByRole('button', { name: /^Отметить присутствие/ }).click()
  const row = organiser.getByRole('row').filter({ hasText: 'пришёл' })
  await row.waitFor()
  await organiser.getByText('Лист ожидания: 1').waitFor()
  await expectAccessible(organiser)
  expect((await late.goto(`${path}/tickets/${ticket}`))?.status()).toBe(403)

  await site.owner.sql`update events set ends_at = now() - interval '1 minute' where number = ${number}`
  await organiser.goto(path)
  await organiser.getByRole('link', { name: 'Завершить и выдать сертификаты' }).click()
  await press(organiser, 'Завершить и выдать сертификаты')
  await organiser.getByText('состоялось').first().waitFor()

  await participant.goto(path)
  const [download] = await Promise.all([
    participant.waitForEvent('download'),
    participant.getByRole('link', { name: /^Сертификат № М-\d+\/\d{4} \(участник\)$/ }).click(),
  ])
  const bytes = await readFile(await download.path())
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const [paper] = await site.owner.sql<{ code: string }[]>`select c.code from event_certificates c
    join events e on e.id = c.event_id where e.number = ${number}`
  await guest.goto(`/check/${paper?.code}`)
  await guest.getByText(/Сертификат мероприятия № М-/).waitFor()
  await guest.getByRole('link', { name: 'Практикум по обоснованиям' }).waitFor()
  await expectAccessible(guest)

  await organiser.goto(`${path}/people`)
  await organiser.getByRole('link', { name: /^Отозвать/ }).click()
  await organiser.getByLabel('Причина').fill('Выдан по ошибке')
  await press(organiser, 'Отозвать')
  await organiser.getByText(/, отозван$/).waitFor()
  await guest.reload()
  await guest.getByText('Выдан по ошибке').waitFor()
})
