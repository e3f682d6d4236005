/** What an order ends is gone from the registry, for every line of it, and the registry of days before still shows it. */
import { expect } from 'vitest'
import { viewerOf } from '#app/domain/ctx.ts'
import { cardOf } from '#app/domain/experts/card.server.ts'
import { registerOrder } from '#app/domain/experts/ordering.server.ts'
import { registryPage } from '#app/domain/experts/registry.server.ts'
import { filterOf } from '#app/domain/experts/registry.ts'
import { revokeOrder } from '#app/domain/experts/revoking.server.ts'
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
