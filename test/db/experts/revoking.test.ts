/** What an order ends is gone from the registry, for every line of it, and the registry of days before still shows it. */
import { expect } from 'vitest'
import { viewerOf } from '#app/domain/ctx.ts'
import { cardOf } from '#app/domain/experts/card.server.ts'
import { registerOrder } from '#app/domain/experts/ordering.server.ts'
import { registryPage } from '#app/domain/experts/registry.server.ts'
import { filterOf } from '#app/domain/experts/registry.ts'
import { revocationOf, revokeOrder } from '#app/domain/experts/revoking.server.ts'
import { searchAll } from '#search/engine.ts'
import { test } from '#test/support/database.ts'

const today = '2026-03-02'

test('whoever a revoked order named is not in the registry any more, however long the order is', async ({
  as,
  given,
  db,
  acts,
}) => {
  const operator = acts(await given.user({ role: 'operator' }))
  const [issuer, direction] = [await given.organisation(), await given.registry.direction()]
  const people = await Promise.all(
    ['Лесогорова', 'Речицына', 'Полевицкая'].map((familyName) => given.person({ familyName })),
  )
  for (const person of people) await given.registry.disclose(person)
  const line = { directionVersionId: direction.id, tier: 'regional' as const }
  const { id } = await registerOrder(operator, {
    ...{ issuerId: issuer.id, number: '01/7', day: '2026-02-20', title: 'О списке', effect: 'approves' },
    lines: people.map(({ id: personId }) => ({
      ...{ ...line, personId, act: 'begin', firstDay: '2026-02-20', lastDay: '2029-02-19' },
    })),
  })
  const listed = async (day: string) => {
    const filter = filterOf(new URLSearchParams({ direction: direction.code, day }), today)
    const { entries, counts } = await registryPage(as(null), filter, null, 10)
    expect(counts.total).toBe(entries.length)
    return entries.map(({ number }) => number).sort((a, b) => a - b)
  }
  const all = people.map(({ number }) => number).sort((a, b) => a - b)
  expect(await listed(today)).toEqual(all)

  await revokeOrder(operator, id, { number: '01/8', day: '2026-02-25', title: 'Об отмене приказа' })

  expect(await listed('2026-02-24')).toEqual(all)
  expect(await listed('2026-02-25')).toEqual([])
  expect(await listed(today)).toEqual([])
  for (const { number, familyName } of people) {
    const [status] = (await cardOf(as(null), number)).statuses
    expect(status).toMatchObject({ state: 'past', to: '2026-02-25', endedBy: { number: '01/8' } })
    const { groups } = await searchAll(db, viewerOf(as(null)), familyName)
    expect(groups.filter(({ group }) => group === 'experts')).toEqual([])
  }
})

test('a cancelled suspension holds no longer: statuses go on from that day, whoever was resumed or excluded apart', async ({
  as,
  acts,
  given,
}) => {
  const operator = acts(await given.user({ role: 'operator' }))
  const [issuer, direction] = [await given.organisation(), await given.registry.direction()]
  const [held, resumed, ahead] = [await given.person(), await given.person(), await given.person()]
  const all = [held, resumed, ahead]
  for (const person of all) await given.registry.status(person, direction)
  const line = (person: { id: string }) => ({
    ...{ personId: person.id, directionVersionId: direction.id, tier: 'regional' as const },
  })
  const paper = (number: string, day: string) => ({
    issuerId: issuer.id,
    number,
    day,
    title: 'О приостановлении',
  })
  const { id, slug } = await registerOrder(operator, {
    ...{ ...paper('5', '2026-02-01'), effect: 'suspends' },
    lines: [
      { ...line(held), act: 'suspend', firstDay: '2026-02-01', lastDay: '2026-06-01' },
      { ...line(resumed), act: 'suspend', firstDay: '2026-02-01', lastDay: '2026-06-01' },
      { ...line(ahead), act: 'suspend', firstDay: '2026-04-01', lastDay: '2026-06-01' },
    ],
  })
  await registerOrder(operator, {
    ...{ ...paper('6', '2026-02-10'), effect: 'resumes' },
    lines: [{ ...line(resumed), act: 'resume' }],
  })
  const listed = async (day: string) => {
    const filter = filterOf(new URLSearchParams({ direction: direction.code, day }), today)
    const { entries } = await registryPage(as(null), filter, null, 10)
    return entries.map(({ number }) => number).sort((a, b) => a - b)
  }
  const numbers = (...people: { number: number }[]) =>
    people.map(({ number }) => number).sort((a, b) => a - b)
  expect(await listed('2026-05-01')).toEqual(numbers(resumed))
  expect(await revocationOf(operator, slug)).toMatchObject({ ending: 0, resuming: 2, problem: null })

  await revokeOrder(operator, id, { number: '7', day: '2026-02-20', title: 'Об отмене приказа' })

  expect(await listed('2026-02-19')).toEqual(numbers(resumed, ahead))
  for (const day of ['2026-02-20', '2026-05-01', '2028-08-31'])
    expect([day, await listed(day)]).toEqual([day, numbers(...all)])
  expect(await revocationOf(operator, slug)).toMatchObject({ problem: 'order-revoked' })
  await expect(
    revokeOrder(operator, id, { number: '8', day: '2026-02-21', title: 'Об отмене приказа' }),
  ).rejects.toMatchObject({ code: 'order-revoked' })
})

test('a suspension whose days are over has nothing left to cancel', async ({ acts, given }) => {
  const operator = acts(await given.user({ role: 'operator' }))
  const [issuer, direction] = [await given.organisation(), await given.registry.direction()]
  const person = await given.registry.expert(direction)
  const { id } = await registerOrder(operator, {
    ...{
      issuerId: issuer.id,
      number: '9',
      day: '2026-01-10',
      title: 'О приостановлении',
      effect: 'suspends',
    },
    lines: [
      {
        ...{ personId: person.id, directionVersionId: direction.id, tier: 'regional', act: 'suspend' },
        ...{ firstDay: '2026-01-10', lastDay: '2026-01-31' },
      },
    ],
  })
  await expect(
    revokeOrder(operator, id, { number: '10', day: '2026-02-20', title: 'Об отмене приказа' }),
  ).rejects.toMatchObject({ code: 'order-over' })
})
