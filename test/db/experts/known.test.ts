/** The second axis of the ledger: what the registry showed on a day stays what it showed, whatever was learnt later. */
import { expect } from 'vitest'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { cardOf } from '#app/domain/experts/card.server.ts'
import { registerOrder } from '#app/domain/experts/ordering.server.ts'
import { registryPage } from '#app/domain/experts/registry.server.ts'
import { filterOf } from '#app/domain/experts/registry.ts'
import { revokeOrder } from '#app/domain/experts/revoking.server.ts'
import { test } from '#test/support/database.ts'

const today = '2026-03-02'

const listed = async (ctx: Ctx, query: Record<string, string>) => {
  const filter = filterOf(new URLSearchParams(query), today)
  const { entries, counts } = await registryPage(ctx, filter, null, 10)
  expect(counts.total).toBe(entries.length)
  expect(counts.directions.find(({ code }) => code === query.direction)?.count ?? 0).toBe(entries.length)
  return entries.map(({ number }) => number)
}

test('an order entered three weeks late is in force from its day, but was not known before it was entered', async ({
  as,
  given,
}) => {
  const operator = await given.user({ role: 'operator' })
  const [issuer, direction] = [await given.organisation(), await given.registry.direction()]
  const person = await given.person()
  // 23:30 of 2 February in the instance's zone: the last minutes of that day still count as it.
  await registerOrder(as(operator, { now: '2026-02-02T18:30:00Z' }) as ActingCtx, {
    ...{ issuerId: issuer.id, number: '01/3', day: '2026-01-12', title: 'О списке', effect: 'approves' },
    lines: [
      {
        ...{ personId: person.id, directionVersionId: direction.id, tier: 'regional', act: 'begin' },
        ...{ firstDay: '2026-01-12', lastDay: '2029-01-11' },
      },
    ],
  })
  const on = (day: string, known?: string) =>
    listed(as(null), { direction: direction.code, day, ...(known ? { known } : {}) })
  expect(await on('2026-01-20')).toEqual([person.number])
  expect(await on('2026-01-20', '2026-01-20')).toEqual([])
  expect(await on('2026-01-20', '2026-02-01')).toEqual([])
  expect(await on('2026-01-20', '2026-02-02')).toEqual([person.number])
  expect((await cardOf(as(null), person.number, { day: today, known: '2026-02-01' })).statuses).toEqual([])
  expect((await cardOf(as(null), person.number, { day: today, known: '2026-02-02' })).statuses).toHaveLength(
    1,
  )
})

test('case 7: counts of a past day as known then do not change by a later order or a newer list of directions', async ({
  as,
  given,
}) => {
  const operator = await given.user({ role: 'operator' })
  const [issuer, direction] = [await given.organisation(), await given.registry.direction()]
  const [stays, ends] = [await given.person(), await given.person()]
  const enter = (now: string) => as(operator, { now }) as ActingCtx
  const order = (number: string, day: string, personId: string) => ({
    ...{ issuerId: issuer.id, number, day, title: 'О списке', effect: 'approves' as const },
    lines: [
      {
        ...{ personId, directionVersionId: direction.id, tier: 'regional' as const, act: 'begin' as const },
        ...{ firstDay: day, lastDay: '2027-12-31' },
      },
    ],
  })
  await registerOrder(enter('2022-09-02T09:00:00Z'), order('1', '2022-09-01', stays.id))
  const { id } = await registerOrder(enter('2022-09-03T09:00:00Z'), order('2', '2022-09-01', ends.id))
  const before = await listed(as(null), { direction: direction.code, day: '2022-12-31', known: '2022-12-31' })
  expect(before.sort()).toEqual([stays.number, ends.number].sort())

  await revokeOrder(enter('2024-05-06T09:00:00Z'), id, {
    ...{ number: '9', day: '2024-05-06', title: 'Об отмене' },
  })
  const newer = await given.registry.direction({ code: `novoe-${direction.code}` })
  await registerOrder(enter('2024-05-07T09:00:00Z'), {
    ...order('10', '2024-05-07', stays.id),
    lines: order('10', '2024-05-07', stays.id).lines.map((line) => ({
      ...line,
      directionVersionId: newer.id,
    })),
  })

  const of = { direction: direction.code }
  expect((await listed(as(null), { ...of, day: '2022-12-31', known: '2022-12-31' })).sort()).toEqual(
    before.sort(),
  )
  // what was believed of today before the revocation is not what is known now
  expect(await listed(as(null), { ...of, day: today, known: '2024-05-05' })).toHaveLength(2)
  expect(await listed(as(null), { ...of, day: today })).toEqual([stays.number])
  expect(await listed(as(null), { ...of, day: today, known: '2022-09-02' })).toEqual([stays.number])
})
