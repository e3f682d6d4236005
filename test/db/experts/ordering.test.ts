import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { OrderPaperInput } from '#app/domain/experts/forms.ts'
import { registerOrder } from '#app/domain/experts/ordering.server.ts'
import { revokeOrder } from '#app/domain/experts/revoking.server.ts'
import { orders, statuses } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const paper = (
  issuerId: string,
  lines: OrderPaperInput['lines'],
  values: Partial<OrderPaperInput> = {},
): OrderPaperInput => ({
  ...{
    issuerId,
    number: '01/7',
    day: '2026-02-20',
    title: 'Об утверждении списка экспертов',
    effect: 'approves',
    lines,
  },
  ...values,
})
const begin = (
  personId: string,
  directionVersionId: string,
  firstDay = '2026-02-20',
  lastDay = '2029-02-19',
) => ({
  ...{ personId, directionVersionId, tier: 'regional' as const, act: 'begin' as const, firstDay, lastDay },
})
const end = (personId: string, directionVersionId: string) => ({
  ...{ personId, directionVersionId, tier: 'regional' as const, act: 'end' as const },
})

test('a status begins exactly for the person and direction of the line, from its first day to the end of its last', async ({
  given,
  db,
  acts,
}) => {
  const [operator, issuer] = [await given.user({ role: 'operator' }), await given.organisation()]
  const [one, other, bystander] = [await given.person(), await given.person(), await given.person()]
  const [gia, vpr] = [await given.registry.direction(), await given.registry.direction()]

  const { id, slug } = await registerOrder(
    acts(operator),
    paper(issuer.id, [begin(one.id, gia.id), begin(other.id, vpr.id)]),
  )

  const rows = await db.select().from(statuses)
  expect(rows.filter(({ personId }) => personId === one.id)).toMatchObject([
    { directionVersionId: gia.id, during: '[2026-02-20,2029-02-20)' },
  ])
  expect(rows.filter(({ personId }) => personId === other.id)).toMatchObject([{ directionVersionId: vpr.id }])
  expect(rows.filter(({ personId }) => personId === bystander.id)).toEqual([])
  expect(slug).toBe(`${issuer.code}-2026-02-20-01-s-7`)
  const [entry] = await db.execute<{ facts: object }>(
    sql`select facts from log_entries where object_id = ${id}`,
  )
  expect(entry?.facts).toEqual({ lines: 2, effect: 'approves' })
})

test('the same issuer, day and number is refused, also when two register it at once', async ({
  given,
  acts,
}) => {
  const [operator, issuer, gia] = [
    await given.user({ role: 'operator' }),
    await given.organisation(),
    await given.registry.direction(),
  ]
  const people = await Promise.all([given.person(), given.person(), given.person()])
  const tries = await Promise.allSettled(
    people.map((one) => registerOrder(acts(operator), paper(issuer.id, [begin(one.id, gia.id)]))),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const one of tries)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'order-exists', field: 'number' })
})

test('one bad line refuses the whole order and leaves nothing', async ({ given, db, acts }) => {
  const [operator, issuer, gia] = [
    await given.user({ role: 'operator' }),
    await given.organisation(),
    await given.registry.direction(),
  ]
  const [fresh, holder] = [await given.person(), await given.registry.expert(gia)]
  const before = await db.$count(orders)
  const attempt = (lines: OrderPaperInput['lines'], values = {}) =>
    registerOrder(acts(operator), paper(issuer.id, lines, values))

  await expect(attempt([begin(fresh.id, gia.id), begin(holder.id, gia.id)])).rejects.toMatchObject({
    code: 'status-overlaps',
    facts: { line: 2 },
  })
  await expect(attempt([end(fresh.id, gia.id)])).rejects.toMatchObject({ code: 'status-none' })
  await expect(attempt([begin(fresh.id, gia.id), begin(fresh.id, gia.id)])).rejects.toMatchObject({
    code: 'order-line-twice',
  })
  await expect(attempt([begin(fresh.id, gia.id, '2026-03-01', '2026-02-01')])).rejects.toMatchObject({
    code: 'order-term',
  })
  await expect(attempt([begin(fresh.id, issuer.id)])).rejects.toMatchObject({ code: 'direction-unknown' })
  await expect(attempt([begin(issuer.id, gia.id)])).rejects.toMatchObject({ code: 'person-unknown' })
  await expect(attempt([begin(fresh.id, gia.id)], { day: '2026-03-03' })).rejects.toMatchObject({
    code: 'order-ahead',
  })
  await expect(attempt([])).rejects.toMatchObject({ code: 'order-empty' })
  expect(await db.$count(orders)).toBe(before)
})

test('only those charged with it register orders', async ({ given, acts }) => {
  const [issuer, gia, person] = [
    await given.organisation(),
    await given.registry.direction(),
    await given.person(),
  ]
  for (const role of ['institute', 'school', 'moderator']) {
    const actor = await given.user({
      role,
      ...(role === 'moderator' ? {} : { scopeKind: 'organisation', scopeId: issuer.id }),
    })
    await expect(
      registerOrder(acts(actor), paper(issuer.id, [begin(person.id, gia.id)])),
    ).rejects.toMatchObject({ code: 'forbidden' })
  }
})

test('an exclusion ends the status from its day on and keeps what was believed before', async ({
  given,
  db,
  acts,
}) => {
  const [operator, issuer, gia] = [
    await given.user({ role: 'operator' }),
    await given.organisation(),
    await given.registry.direction(),
  ]
  const person = await given.registry.expert(gia)
  await registerOrder(acts(operator), paper(issuer.id, [end(person.id, gia.id)], { effect: 'excludes' }))

  const held = async (day: string, known = '2026-03-03T00:00:00Z') =>
    (
      await db.execute(
        sql`select from statuses where person_id = ${person.id} and during @> ${day}::date and known @> ${known}::timestamptz`,
      )
    ).length
  expect(await held('2026-02-19')).toBe(1)
  expect(await held('2026-02-20')).toBe(0)
  expect(await held('2026-02-20', '2026-03-02T08:00:00Z')).toBe(1)
})

test('a revoked order ends its statuses and cannot be revoked again', async ({ given, db, acts }) => {
  const [operator, issuer, gia] = [
    await given.user({ role: 'operator' }),
    await given.organisation(),
    await given.registry.direction(),
  ]
  const person = await given.person()
  const { id } = await registerOrder(acts(operator), paper(issuer.id, [begin(person.id, gia.id)]))
  const revocation = { number: '01/8', day: '2026-02-25', title: 'Об отмене приказа' }

  const slug = await revokeOrder(acts(operator), id, revocation)

  const rows = await db.execute<{ during: string }>(
    sql`select during from statuses where person_id = ${person.id} and upper_inf(known)`,
  )
  expect(rows.map(({ during }) => during)).toEqual(['[2026-02-20,2026-02-25)'])
  const [revoked] = await db.select().from(orders).where(sql`id = ${id}`)
  const [act] = await db.select().from(orders).where(sql`slug = ${slug}`)
  expect(revoked?.revokedById).toBe(act?.id)
  expect(act?.effect).toBe('revokes')
  await expect(revokeOrder(acts(operator), id, { ...revocation, number: '01/9' })).rejects.toMatchObject({
    code: 'order-revoked',
  })
})

test('the database itself refuses two statuses of one person, direction and tier on one day', async ({
  given,
}) => {
  const [gia, other] = [await given.registry.direction(), await given.registry.direction()]
  const person = await given.registry.expert(gia, { during: '[2025-01-01,2026-01-01)' })
  await expect(given.registry.status(person, gia, { during: '[2025-12-31,2027-01-01)' })).rejects.toThrow()
  await given.registry.status(person, gia, { during: '[2026-01-01,2027-01-01)' })
  await given.registry.status(person, other, { during: '[2025-06-01,2027-01-01)' })
})
