import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { content } from '#content/load.ts'
import { loadReference, seedDemo } from '#db/seed/index.ts'
import { test } from '#test/support/database.ts'

const day = '2026-03-02'

test('the demo community: counts, days, and nobody named like an official', async ({ db }) => {
  const said: string[] = []
  await loadReference({ db, content: content(), say: (line) => said.push(line) })
  const started = Date.now()
  await seedDemo({ db, content: content(), demoDay: day })
  expect(Date.now() - started).toBeLessThan(60_000)
  console.log('seed ms', Date.now() - started)
  const [row] = await db.execute<Record<string, number>>(sql`select
    (select count(distinct person_id)::int from statuses where upper_inf(known) and during @> ${day}::date) as experts,
    (select count(*)::int from people) as people, (select count(*)::int from organisations) as organisations,
    (select count(*)::int from statuses) as statuses, (select count(*)::int from orders) as orders,
    (select count(*)::int from engagements) as engagements, (select count(*)::int from users) as users`)
  console.log(row)
  expect(row).toMatchObject({ experts: 3862, orders: 27, users: 15 })
  expect(said).toEqual([])
  await loadReference({ db, content: content(), say: (line) => said.push(line) })
  expect(said).toEqual([])
})
