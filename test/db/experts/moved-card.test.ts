import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { cardOf } from '#app/domain/experts/card.server.ts'
import { test } from '#test/support/database.ts'

test('a person who never had a status has no card; a merged one points to the card that lives', async ({
  as,
  given,
  db,
}) => {
  const [nobody, direction] = [await given.person(), await given.registry.direction()]
  await expect(cardOf(as(null), nobody.number)).rejects.toMatchObject({ code: 'not-found' })
  const expert = await given.registry.expert(direction)
  await db.execute(sql`update people set merged_into_id = ${expert.id} where id = ${nobody.id}`)
  expect((await cardOf(as(null), nobody.number)).movedTo).toBe(expert.number)
})
