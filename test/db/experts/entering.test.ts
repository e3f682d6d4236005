import { eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type Entered, enterOrder } from '#app/domain/experts/entering.server.ts'
import { OrderEntry, type OrderEntryInput } from '#app/domain/experts/forms.ts'
import { mayRevoke, revocationOf, revokeOrder } from '#app/domain/experts/revoking.server.ts'
import { logEntries, notifications, orders, people, statuses } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const typed = (issuer: string, direction: string, list: string, values: Partial<OrderEntryInput> = {}) =>
  OrderEntry.parse({
    ...{ issuer, number: '02/11', day: '2026-02-20', title: 'Об утверждении списка', effect: 'approves' },
    parts: [{ direction, act: 'begin', firstDay: '2026-02-20', lastDay: '2027-02-19', people: list }],
    ...values,
  })
const shown = (entered: Entered) => {
  if ('slug' in entered) throw new RangeError('the order was registered at once')
  return entered
}

describe('an order is entered from its paper', () => {
  test('the list is shown first and leaves nothing; the same list sent again is registered', async ({
    given,
    db,
    acts,
  }) => {
    const operator = acts(await given.user({ role: 'operator' }))
    const [issuer, gia] = [await given.organisation(), await given.registry.direction()]
    const one = await given.person({ familyName: 'Ёжикова', givenName: 'Анна', patronymic: 'Львовна' })
    const user = await given.user()
    const entry = typed(issuer.shortName, gia.id, `1. ежикова анна львовна, учитель\n\n№ ${user.number}`)
    const before = [await db.$count(orders), await db.$count(statuses), await db.$count(logEntries)]

    const { seal, lines } = shown(await enterOrder(operator, entry))

    expect(lines).toMatchObject([
      { number: one.number, name: 'Ёжикова Анна Львовна', title: gia.shortTitle, firstDay: '2026-02-20' },
      { number: user.number },
    ])
    expect([await db.$count(orders), await db.$count(statuses), await db.$count(logEntries)]).toEqual(before)
    expect(await enterOrder(operator, { ...entry, seen: seal })).toEqual({
      slug: `${issuer.code}-2026-02-20-02-s-11`,
    })
    const held = await db.select().from(statuses).where(eq(statuses.personId, one.id))
    expect(held).toMatchObject([{ during: '[2026-02-20,2027-02-20)', tier: gia.tier }])
    const told = await db.select().from(notifications).where(eq(notifications.personId, user.personId))
    expect(told).toMatchObject([{ kind: 'status.begun', facts: { number: '02/11' } }])
  })

  test('a list that changed since it was shown is shown again, not registered', async ({
    given,
    db,
    acts,
  }) => {
    const operator = acts(await given.user({ role: 'operator' }))
    const [issuer, gia] = [await given.organisation(), await given.registry.direction()]
    const [one, other] = [await given.person(), await given.person()]
    const { seal } = shown(await enterOrder(operator, typed(issuer.code, gia.id, `№ ${one.number}`)))
    const before = await db.$count(orders)
    const changed = typed(issuer.code, gia.id, `№ ${other.number}`, { seen: seal })
    expect(shown(await enterOrder(operator, changed)).lines).toMatchObject([{ number: other.number }])
    expect(await db.$count(orders)).toBe(before)
  })

  test('a line that names nobody, several or another is refused at its list, by its number', async ({
    given,
    acts,
  }) => {
    const operator = acts(await given.user({ role: 'operator' }))
    const [issuer, gia] = [await given.organisation(), await given.registry.direction()]
    const namesake = { familyName: 'Двойникова', givenName: 'Ия', patronymic: 'Ильинична' }
    const [one, other] = [await given.person(namesake), await given.person(namesake)]
    const holder = await given.registry.expert(gia)
    const refusal = (list: string) => enterOrder(operator, typed(issuer.code, gia.id, list))
    const field = 'parts[0].people'
    await expect(refusal('\nНикто Нигде Никогда')).rejects.toMatchObject({
      ...{ code: 'line-nobody', facts: { line: 2 }, field },
    })
    await expect(refusal('№ 2147483647')).rejects.toMatchObject({ code: 'line-no-number', field })
    await expect(refusal('Двойникова Ия Ильинична')).rejects.toMatchObject({
      ...{ code: 'line-many', facts: { numbers: expect.stringContaining(`№ ${one.number}`) }, field },
    })
    await expect(refusal(`№ ${other.number} Чужая`)).rejects.toMatchObject({
      ...{ code: 'line-other', facts: { line: 1, number: other.number }, field },
    })
    await expect(refusal(`№ ${one.number}\n\n№ ${holder.number}`)).rejects.toMatchObject({
      ...{ code: 'status-overlaps', facts: { line: 3 }, field },
    })
    await expect(refusal('0\0')).rejects.toMatchObject({ code: 'line-nobody', field })
    await expect(
      enterOrder(operator, typed('Нет такой организации', gia.id, `№ ${one.number}`)),
    ).rejects.toMatchObject({ code: 'issuer-unknown', field: 'issuer' })
  })

  test('a number from before a merge leads to the card that stayed', async ({ given, db, acts }) => {
    const operator = acts(await given.user({ role: 'operator' }))
    const [issuer, gia] = [await given.organisation(), await given.registry.direction()]
    const [kept, merged] = [await given.person(), await given.person()]
    await db.update(people).set({ mergedIntoId: kept.id }).where(eq(people.id, merged.id))
    const { lines } = shown(await enterOrder(operator, typed(issuer.code, gia.id, `№ ${merged.number}`)))
    expect(lines).toMatchObject([{ number: kept.number }])
  })

  test('who has nothing to do with orders learns nothing from the form', async ({ given, acts }) => {
    const stranger = acts(await given.user({ role: 'participant' }))
    const [issuer, gia, person] = [
      ...[await given.organisation(), await given.registry.direction(), await given.person()],
    ] as const
    await expect(
      enterOrder(stranger, typed(issuer?.code ?? '', gia?.id ?? '', `№ ${person}`)),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('the form refuses what does not fit together, at its field', () => {
    const faults = (values: object) => {
      const fit = { issuer: 'a', number: '1', day: '2026-01-01', title: 'О', effect: 'approves' }
      const part = {
        direction: '01890000-0000-7000-8000-000000000000',
        firstDay: '2026-01-01',
        people: '№ 1',
      }
      const { error } = OrderEntry.safeParse({ ...fit, parts: [part], ...values })
      return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
    }
    expect(faults({})).toEqual([])
    expect(faults({ parts: [] })).toEqual(['parts.0.people: order-empty'])
    expect(faults({ effect: 'excludes' })).toEqual(['parts.0.act: order-act'])
    expect(faults({ parts: [{ people: '№ 1' }] })).toEqual(['parts.0.direction: required'])
    const amended = { direction: '01890000-0000-7000-8000-000000000000', people: '№ 1', act: 'amend' }
    expect(faults({ parts: [amended] })).toEqual(['parts.0.act: order-act'])
    expect(faults({ effect: 'amends', parts: [amended] })).toEqual([])
    expect(faults({ day: '2026-02-31' })).toEqual(['day: bad-day'])
  })
})

describe('revoking', () => {
  test('is offered and told before it is done, and refused to others at once', async ({
    given,
    db,
    acts,
  }) => {
    const operator = acts(await given.user({ role: 'operator' }))
    const stranger = acts(await given.user({ role: 'institute' }))
    const [order, gia] = [await given.registry.order(), await given.registry.direction()]
    await given.registry.status(await given.person(), gia, { by: order })
    expect(await revocationOf(operator, order.slug)).toMatchObject({ ending: 1, problem: null })
    await expect(revocationOf(stranger, order.slug)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(revocationOf(operator, 'nothing\0')).rejects.toMatchObject({ code: 'not-found' })
    const act = { number: '02/12', day: '2026-02-25', title: 'Об отмене' }
    await expect(revokeOrder(stranger, order.id, act)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(revokeOrder(operator, order.id, { ...act, day: '2025-01-01' })).rejects.toMatchObject({
      ...{ code: 'order-before', field: 'day' },
    })
    await expect(revokeOrder(operator, order.id, { ...act, day: 'вчера' })).rejects.toMatchObject({
      ...{ code: 'bad-day', field: 'day' },
    })
    await revokeOrder(operator, order.id, act)
    expect(await revocationOf(operator, order.slug)).toMatchObject({ problem: 'order-revoked' })
    const [by] = await db.select().from(orders).where(sql`number = '02/12'`)
    await expect(revokeOrder(operator, by?.id ?? '', { ...act, number: '02/13' })).rejects.toMatchObject({
      code: 'order-revokes',
    })
    const facts = {
      issuerId: order.issuerId,
      municipalityId: null,
      revoked: false,
      effect: 'approves',
      begun: 1,
    }
    expect(mayRevoke(operator, facts)).toBe(true)
    expect(mayRevoke(operator, { ...facts, revoked: true })).toBe(false)
    expect(mayRevoke(stranger, facts)).toBe(false)
  })
})
