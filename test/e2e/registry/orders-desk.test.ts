/** The desk of orders and documents: an order is entered, takes effect and is revoked; a card is written and published. */
import type { Page } from 'playwright-core'
import { expect, expectAccessible, type Site, test } from '#test/support/site.ts'

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
const today = daysAgo(0)

const numberOf = async ({ owner }: Site, name: string) => {
  const rows = await owner.sql<{ number: number; direction: string }[]>`select p.number,
    (select v.short_title from direction_versions v join direction_lists l on l.id = v.list_id
      order by lower(l.during) desc, v.position limit 1) as direction
    from people p join users u on u.person_id = p.id where u.email = ${`${name}@demo.example`}`
  const [row] = rows
  if (!row) throw new RangeError(`no ${name}`)
  return row
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

test('without JavaScript an order is refused at its line, shown, registered and revoked', async ({
  site,
  as,
}) => {
  const { number, direction } = await numberOf(site, 'participant')
  const page = await as('operator', { javaScriptEnabled: false })
  await page.goto('/orders')
  await page.getByRole('link', { name: 'Внести приказ' }).click()
  await page.getByLabel('Кто издал').fill('ministry')
  await page.getByLabel('Номер', { exact: false }).first().fill('77-дело/1')
  await page.getByLabel('Дата').fill(daysAgo(4))
  await page.getByLabel('Заголовок').fill('О дополнении списка экспертов')
  await page.getByLabel('Направление').first().selectOption({ label: direction })
  await page.getByLabel('С какого дня').first().fill(daysAgo(4))
  await page.getByLabel('Люди, каждый с новой строки').first().fill(`Никто Нигде Никогда\n№ ${number}`)
  await page.getByRole('button', { name: 'Проверить список' }).click()
  await page
    .getByText(/Строка 1: такого человека нет/)
    .first()
    .waitFor()
  expect(await page.getByLabel('Заголовок').inputValue()).toBe('О дополнении списка экспертов')

  await page.getByLabel('Люди, каждый с новой строки').first().fill(`1. № ${number}`)
  await page.getByRole('button', { name: 'Проверить список' }).click()
  await page.getByRole('heading', { name: /Найдено: 1.строка/ }).waitFor()
  expect(await site.owner.sql`select from orders where number = '77-дело/1'`).toHaveLength(0)
  await page.getByRole('button', { name: 'Внести приказ' }).click()
  await page.getByText('Приказ внесён в реестр.').waitFor()
  await page.getByText('начато статусов: 1').first().waitFor()

  const person = await as('participant')
  await person.goto('/cabinet')
  const own = person.getByRole('region', { name: 'Мой статус эксперта' })
  expect(await own.textContent()).toContain('приказ №\u00a077-дело/1')
  await person.getByText(/Приказ №\s77-дело\/1 от .* утверждает ваш статус эксперта/).waitFor()

  await page.getByRole('link', { name: 'Внести приказ об отмене' }).click()
  await page.getByText('Прекратится 1 статус').waitFor()
  await page.getByLabel('Номер').fill('77-дело/2')
  await page.getByLabel('Дата').fill(daysAgo(9))
  await page.getByRole('button', { name: 'Внести и прекратить статусы' }).click()
  await page.getByText('Отмена не может быть раньше самого приказа.').first().waitFor()
  expect(await page.getByLabel('Номер').inputValue()).toBe('77-дело/2')
  await page.getByLabel('Дата').fill(daysAgo(1))
  await page.getByRole('button', { name: 'Внести и прекратить статусы' }).click()
  await page.getByText('Приказ отменён, статусы прекращены.').waitFor()
  await page.getByRole('link', { name: /77-дело\/1/ }).click()
  await page.getByText('отменён', { exact: true }).waitFor()
  expect(await page.getByRole('link', { name: 'Внести приказ об отмене' }).count()).toBe(0)
  const again = await page.goto(`${new URL(page.url()).pathname}/revocation`)
  expect(again?.status()).toBe(200)
  await page.getByText('Этот приказ уже отменён.').waitFor()
  await person.goto('/cabinet')
  expect(await own.textContent()).toContain('завершён')
})

test('with JavaScript a changed list is shown again before it is registered; a second list unfolds', async ({
  site,
  as,
}) => {
  const { number, direction } = await numberOf(site, 'school')
  const other = await numberOf(site, 'community')
  const page = await as('ministry')
  await page.goto('/orders/new')
  await page.getByRole('button', { name: 'Проверить список' }).click()
  await page.getByRole('alert').getByText('Заполните это поле.').first().waitFor()
  await expectAccessible(page)
  await page.getByLabel('Кто издал').fill('ministry')
  await page.getByLabel('Номер').first().fill('77-дело/3')
  await page.getByLabel('Дата').fill(today)
  await page.getByLabel('Заголовок').fill('О списке')
  await page.getByLabel('Направление').first().selectOption({ label: direction })
  await page.getByLabel('С какого дня').first().fill('2090-01-01')
  const people = page.getByLabel('Люди, каждый с новой строки').first()
  await people.fill(`№ ${number}\n№ ${number}0000`)
  await page.getByRole('button', { name: 'Проверить список' }).click()
  await page.getByRole('alert').getByText('Строка 2: такого номера нет.').waitFor()
  expect(await people.getAttribute('aria-invalid')).toBe('true')
  await people.fill(`№ ${number}`)
  await page.getByRole('button', { name: 'Проверить список' }).click()
  await page.getByRole('heading', { name: /Найдено: 1.строка/ }).waitFor()
  await expectAccessible(page)

  await page.getByText('Ещё один список в этом приказе').click()
  await page.getByLabel('Направление').nth(1).selectOption({ label: direction })
  await page.getByLabel('С какого дня').nth(1).fill('2091-01-01')
  await page.getByLabel('Люди, каждый с новой строки').nth(1).fill(`№ ${other.number}`)
  await page.getByRole('button', { name: 'Внести приказ' }).click()
  await page.getByText('Форма или реестр изменились, поэтому список показан заново.').waitFor()
  await page.getByRole('heading', { name: /Найдено: 2.строки/ }).waitFor()
  expect(await site.owner.sql`select from orders where number = '77-дело/3'`).toHaveLength(0)
  await page.getByRole('button', { name: 'Внести приказ' }).click()
  await page.getByText('Приказ внесён в реестр.').waitFor()
  await page.getByText('начато статусов: 2').first().waitFor()
})

test('an institute writes a card of its own, the ministry corrects and publishes it', async ({
  as,
  page,
}) => {
  const own = await as('institute', { javaScriptEnabled: false })
  await own.goto('/documents')
  await own.getByRole('link', { name: 'Добавить документ' }).click()
  await own.getByLabel('Вид').selectOption('method')
  await own.getByLabel('Уровень').selectOption('regional')
  const issuer = await own.getByLabel('Кем издан').inputValue()
  await own.getByLabel('Кем издан').fill('Чужое ведомство')
  await own.getByLabel('Номер').fill('05/321')
  await own.getByLabel('Дата').fill(daysAgo(3))
  await own.getByLabel('Название').fill('Методика проверки')
  await own.getByRole('button', { name: 'Сохранить карточку' }).click()
  await own.getByText('Вы ведёте документы своей организации').first().waitFor()
  expect(await own.getByLabel('Название').inputValue()).toBe('Методика проверки')
  await own.getByLabel('Кем издан').fill(issuer || 'demo-institute')
  await own.getByRole('button', { name: 'Сохранить карточку' }).click()
  await own.getByText('Карточка создана.').waitFor()
  const { pathname } = new URL(own.url())
  expect(pathname).toBe(`/documents/method-${daysAgo(3).slice(0, 4)}-321`)
  expect(await own.getByRole('link', { name: 'Опубликовать' }).count()).toBe(0)
  expect((await page.goto(pathname))?.status()).toBe(404)

  const ministry = await as('ministry')
  await ministry.goto(pathname)
  await ministry.getByRole('link', { name: 'Исправить карточку' }).click()
  await expectAccessible(ministry)
  await ministry.getByLabel('Название').fill('Методика перепроверки')
  await ministry.getByLabel('Первый день действия').fill(daysAgo(2))
  await ministry.getByRole('button', { name: 'Сохранить карточку' }).click()
  await ministry.getByRole('heading', { name: 'Методика перепроверки' }).waitFor()
  await ministry.getByRole('link', { name: 'Опубликовать' }).click()
  await expectAccessible(ministry)
  await ministry.getByRole('button', { name: 'Опубликовать' }).click()
  await ministry.getByText('Карточка опубликована.').waitFor()
  expect((await page.goto(pathname))?.status()).toBe(200)
  expect((await ministry.goto(`${pathname}/edit`))?.status()).toBe(422)
})

test('who has no such duty sees no way there and is refused', async ({ as, page }) => {
  await page.goto('/orders')
  expect(await page.getByRole('link', { name: 'Внести приказ' }).count()).toBe(0)
  const participant = await as('participant')
  for (const path of ['/orders/new', '/orders/demo-gia-main/revocation', '/documents/new']) {
    expect((await participant.goto(path))?.status(), path).toBe(403)
    await expectAccessible(participant)
  }
})

test('the pages pass axe in the dark and fit 320 px', async ({ as }) => {
  const page = await as('operator', { colorScheme: 'dark', viewport: { width: 320, height: 700 } })
  for (const path of ['/cabinet', '/orders/new', '/orders/demo-gia-main/revocation', '/documents/new']) {
    await page.goto(path)
    await expectAccessible(page)
    expect(await overflow(page), path).toBeLessThanOrEqual(0)
  }
})
