/** What each effect of an order does to the ledger, and what is shown before it is registered. */
import { eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { type Entered, enterOrder } from '#app/domain/experts/entering.server.ts'
import { OrderEntry, type OrderEntryInput } from '#app/domain/experts/forms.ts'
import { orderBySlug } from '#app/domain/experts/orders.server.ts'
import { logEntries, orders, organisations, people, statuses } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

type Part = NonNullable<OrderEntryInput['parts']>[number]
const paper = (issuer: string, number: string, effect: OrderEntryInput['effect'], parts: Part[]) =>
  OrderEntry.parse({ issuer, number, day: '2026-02-20', title: 'О списке экспертов', effect, parts })
const shown = (entered: Entered) => {
  if ('slug' in entered) throw new RangeError('the order was registered at once')
  return entered
}

/** Looks at what the order would do, and registers that. */
async function registered(ctx: ActingCtx, entry: ReturnType<typeof paper>) {
  const { seal, lines } = shown(await enterOrder(ctx, entry))
  const entered = await enterOrder(ctx, { ...entry, seen: seal })
  if (!('slug' in entered)) throw new RangeError('the list was shown again')
  return { slug: entered.slug, lines }
}

const lists = (people: { number: number }[]) => people.map(({ number }) => `№ ${number}`).join('\n')

test('a new list replaces the former one of its issuer: added begin, kept go on, the others end', async ({
  acts,
  given,
  db,
}) => {
  const operator = acts(await given.user({ role: 'operator' }))
  const [issuer, other] = [await given.organisation(), await given.organisation()]
  const [gia, vpr] = [await given.registry.direction(), await given.registry.direction()]
  const [stays, goes, comes, elsewhere] = [
    await given.person(),
    await given.person(),
    await given.person(),
    await given.person(),
  ]
  const list = (direction: string, people: { number: number }[], firstDay = '2026-02-20') => ({
    ...{ direction, firstDay, lastDay: '2027-02-19', people: lists(people) },
  })
  await registered(operator, paper(issuer.code, '1', 'approves', [list(gia.id, [stays, goes])]))
  await registered(operator, paper(issuer.code, '2', 'approves', [list(vpr.id, [goes])]))
  await registered(operator, paper(other.code, '1', 'approves', [list(gia.id, [elsewhere])]))

  const next = paper(issuer.code, '3', 'replaces', [list(gia.id, [comes, stays], '2026-09-01')])
  const before = [await db.$count(orders), await db.$count(statuses), await db.$count(logEntries)]
  const { lines } = shown(await enterOrder(operator, next))
  expect(lines.map(({ number, verdict, firstDay }) => [number, verdict, firstDay])).toEqual([
    [comes.number, 'begins', '2026-09-01'],
    [stays.number, 'continues', '2026-09-01'],
    [goes.number, 'left-out', '2026-09-01'],
  ])
  expect([await db.$count(orders), await db.$count(statuses), await db.$count(logEntries)]).toEqual(before)
  const { slug } = await registered(operator, next)

  const terms = async (personId: string, directionVersionId: string) =>
    (
      await db.execute<{ during: string }>(sql`select during from statuses where person_id = ${personId}
        and direction_version_id = ${directionVersionId} and upper_inf(known) order by during`)
    ).map(({ during }) => during)
  expect(await terms(stays.id, gia.id)).toEqual(['[2026-02-20,2026-09-01)', '[2026-09-01,2027-02-20)'])
  expect(await terms(goes.id, gia.id)).toEqual(['[2026-02-20,2026-09-01)'])
  expect(await terms(goes.id, vpr.id)).toEqual(['[2026-02-20,2027-02-20)'])
  expect(await terms(comes.id, gia.id)).toEqual(['[2026-09-01,2027-02-20)'])
  expect(await terms(elsewhere.id, gia.id)).toEqual(['[2026-02-20,2027-02-20)'])
  const { items } = await orderBySlug(operator, slug, 0, 10)
  expect(items.map(({ number, act, endsOn }) => [number, act, endsOn])).toEqual([
    [comes.number, 'begin', null],
    [stays.number, 'begin', null],
    [goes.number, 'end', '2026-09-01'],
  ])
})

test('what somebody registered since the list was shown is shown anew, never swallowed', async ({
  acts,
  given,
  db,
}) => {
  const operator = acts(await given.user({ role: 'operator' }))
  const [issuer, gia] = [await given.organisation(), await given.registry.direction()]
  const [one, late] = [await given.person(), await given.person()]
  const entry = paper(issuer.code, '5', 'replaces', [{ direction: gia.id, people: lists([one]) }])
  const { seal } = shown(await enterOrder(operator, entry))
  await registered(
    operator,
    paper(issuer.code, '4', 'approves', [{ direction: gia.id, people: lists([late]) }]),
  )
  const count = await db.$count(orders)
  const { lines } = shown(await enterOrder(operator, { ...entry, seen: seal }))
  expect(lines.map(({ number, verdict }) => [number, verdict])).toEqual([
    [one.number, 'begins'],
    [late.number, 'left-out'],
  ])
  expect(await db.$count(orders)).toBe(count)
})

test('days are those of the act, else its own: an added status goes on, an exclusion may name a later day', async ({
  acts,
  given,
  db,
}) => {
  const operator = acts(await given.user({ role: 'operator' }))
  const [issuer, gia] = [await given.organisation(), await given.registry.direction()]
  const one = await given.registry.expert(gia, { during: '[2025-09-01,2026-09-01)' })
  const part = { direction: gia.id, people: lists([one]) }
  const extended = await registered(operator, paper(issuer.code, '6', 'extends', [part]))
  expect(extended.lines).toMatchObject([{ verdict: 'continues', firstDay: '2026-02-20', lastDay: null }])
  await expect(enterOrder(operator, paper(issuer.code, '7', 'approves', [part]))).rejects.toMatchObject({
    code: 'status-overlaps',
  })
  const out = { ...part, act: 'end' as const, firstDay: '2026-05-01' }
  const excluded = await registered(operator, paper(issuer.code, '8', 'excludes', [out]))
  expect(excluded.lines).toMatchObject([{ verdict: 'ends', firstDay: '2026-05-01' }])
  const rows = await db.execute<{ during: string }>(
    sql`select during from statuses where person_id = ${one.id} and upper_inf(known) order by during`,
  )
  expect(rows.map(({ during }) => during)).toEqual(['[2025-09-01,2026-02-20)', '[2026-02-20,2026-05-01)'])
})

describe('«вносит изменения»', () => {
  test('corrects a misspelt name: the old paper keeps its spelling and says how it reads now', async ({
    acts,
    as,
    given,
    db,
  }) => {
    const operator = acts(await given.user({ role: 'operator' }))
    const [issuer, gia] = [await given.organisation(), await given.registry.direction()]
    const wrong = { familyName: 'Иваноова', givenName: 'Анна', patronymic: 'Львовна' }
    const one = await given.person(wrong)
    const { slug } = await registered(
      operator,
      paper(issuer.code, '1', 'approves', [{ direction: gia.id, people: lists([one]) }]),
    )
    const amend = (people: string, values = {}) =>
      paper(issuer.code, '2', 'amends', [{ direction: gia.id, act: 'amend', people, ...values }])
    const { lines } = await registered(operator, amend('иваноова анна львовна → Иванова  Анна Львовна'))
    expect(lines).toMatchObject([
      { name: 'Иваноова Анна Львовна', verdict: 'amended', corrected: 'Иванова Анна Львовна' },
    ])
    const { items } = await orderBySlug(operator, slug, 0, 10)
    expect(items).toMatchObject([{ name: 'Иваноова Анна Львовна', amended: 'Иванова Анна Львовна' }])
    const [person] = await db.select().from(people).where(eq(people.id, one.id))
    expect(person).toMatchObject({ familyName: 'Иванова', givenName: 'Анна', patronymic: 'Львовна' })
    const guest = await orderBySlug(as(null), slug, 0, 10)
    expect(guest.items).toMatchObject([{ name: null, amended: null }])
  })

  test('corrects a term, and refuses what corrects nothing', async ({ acts, given, db }) => {
    const operator = acts(await given.user({ role: 'operator' }))
    const [issuer, gia] = [await given.organisation(), await given.registry.direction()]
    const holder = await given.registry.expert(gia, { during: '[2025-09-01,2026-09-01)' })
    const stranger = await given.person()
    const amend = (people: string, days = {}) =>
      paper(issuer.code, '3', 'amends', [{ direction: gia.id, act: 'amend', people, ...days }])
    const refusal = (...said: Parameters<typeof amend>) =>
      expect(enterOrder(operator, amend(...said))).rejects
    await refusal(lists([holder])).toMatchObject({ code: 'amend-nothing', field: 'parts[0].people' })
    await refusal(`№ ${stranger.number} → Новое Имя`).toMatchObject({ code: 'amend-none' })
    await refusal(`№ ${holder.number} → Новое`).toMatchObject({ code: 'line-corrected', facts: { line: 1 } })
    const arrow = { direction: gia.id, people: `№ ${stranger.number} → Новое Имя` }
    await expect(enterOrder(operator, paper(issuer.code, '3', 'approves', [arrow]))).rejects.toMatchObject({
      code: 'line-arrow',
    })
    await registered(operator, amend(lists([holder]), { firstDay: '2025-09-01', lastDay: '2027-08-31' }))
    const rows = await db.execute<{ during: string; now: boolean }>(
      sql`select during, upper_inf(known) as now from statuses where person_id = ${holder.id} order by id`,
    )
    expect(rows.filter(({ now }) => now).map(({ during }) => during)).toEqual(['[2025-09-01,2027-09-01)'])
    expect(rows.filter(({ now }) => !now).map(({ during }) => during)).toEqual(['[2025-09-01,2026-09-01)'])
  })
})

test('no order before its direction or of an organisation that was not there; three weeks late is fine', async ({
  acts,
  given,
  db,
}) => {
  const operator = acts(await given.user({ role: 'operator' }))
  const [issuer, gia] = [await given.organisation(), await given.registry.direction()]
  const one = await given.person()
  const on = (day: string) => ({
    ...paper(issuer.code, '9', 'approves', [{ direction: gia.id, people: lists([one]) }]),
    day,
  })
  await expect(enterOrder(operator, on('2001-01-10'))).rejects.toMatchObject({ code: 'direction-later' })
  await db
    .update(organisations)
    .set({ during: '[1990-01-01,2026-01-01)' })
    .where(eq(organisations.id, issuer.id))
  await expect(enterOrder(operator, on('2026-02-09'))).rejects.toMatchObject({
    ...{ code: 'issuer-closed', field: 'issuer' },
  })
  await db.update(organisations).set({ during: '[1990-01-01,)' }).where(eq(organisations.id, issuer.id))
  const { lines } = await registered(operator, on('2026-02-09'))
  expect(lines).toMatchObject([{ verdict: 'begins', firstDay: '2026-02-09' }])
})
