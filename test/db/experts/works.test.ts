/** Works of an expert belong to the name: where it is hidden, they are. */
import { uuidv7 } from 'uuidv7'
import { expect } from 'vitest'
import { cardOf } from '#app/domain/experts/card.server.ts'
import { registryPage } from '#app/domain/experts/registry.server.ts'
import { filterOf } from '#app/domain/experts/registry.ts'
import { engagements } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

test('whoever has no ground shows no works either: neither titles, nor days, nor how many', async ({
  as,
  given,
  db,
}) => {
  const direction = await given.registry.direction()
  const [shown, hidden] = [
    await given.registry.expert(direction, { familyName: 'Виднова' }),
    await given.registry.expert(direction, { familyName: 'Невиднова', open: false }),
  ]
  await db.insert(engagements).values(
    [shown, hidden].map(({ id }) => ({
      ...{ id: uuidv7(), personId: id, kind: 'panel', objectKind: 'panel', objectId: uuidv7() },
      ...{ title: 'Экспертиза устава гимназии', role: 'member', during: '[2026-01-12,2026-01-20)' },
      ...{ outcome: 'finished' as const, inRegistry: true, recordedAt: new Date('2026-01-20') },
    })),
  )
  expect(await cardOf(as(null), shown.number)).toMatchObject({
    finished: 1,
    engagements: [{ role: 'member' }],
  })
  const card = await cardOf(as(null), hidden.number)
  expect(card).toMatchObject({ name: null, works: [], engagements: [], finished: null })
  expect(card.statuses).toHaveLength(1)
  const of = filterOf(new URLSearchParams({ direction: direction.code }), '2026-03-02')
  const { entries } = await registryPage(as(null), of, null, 10)
  const finished = new Map(entries.map((entry) => [entry.number, entry.finished]))
  expect([finished.get(shown.number), finished.get(hidden.number)]).toEqual([1, null])
})
