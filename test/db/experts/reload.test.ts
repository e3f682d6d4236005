import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { verifyLog } from '#app/domain/log.server.ts'
import { content } from '#content/load.ts'
import { loadReference, seedDemo } from '#db/seed/index.ts'
import { demoMark, reloadDemo } from '#db/seed/reload.ts'
import { test } from '#test/support/database.ts'

const day = '2026-03-02'

test('reloading is refused without demo data, and afterwards brings back the very same community', async ({
  db,
  given,
}) => {
  await loadReference({ db, content: content(), say: () => {} })
  await given.person({ familyName: 'Настоящева' })
  expect(await reloadDemo(db, content(), day)).toBe(false)
  expect((await db.execute(sql`select from people`)).length).toBe(1)
  await db.execute(sql`truncate people restart identity cascade`)

  await seedDemo({ db, content: content(), demoDay: day })
  const fingerprint = async () => {
    const [row] = await db.execute<{
      hash: string
    }>(sql`select md5(string_agg(t, ',' order by t)) as hash from (
      select concat_ws(' ', id, number, family_name, given_name) as t from people
      union all select concat_ws(' ', id, during, upper_inf(known)) from statuses
      union all select concat_ws(' ', id, title, during) from engagements
      union all select concat_ws(' ', id, code, short_name) from organisations where source = 'demo') x`)
    return row?.hash
  }
  const before = await fingerprint()
  await given.person({ familyName: 'Лишнева' })

  expect(await reloadDemo(db, content(), day)).toBe(true)

  expect(await fingerprint()).toBe(before)
  expect((await demoMark(db))?.day).toBe(day)
  // what a start writes is there without another start
  expect(await db.execute(sql`select percent from closed.pass`)).toHaveLength(1)
  expect((await verifyLog(db)).brokenAt).toBeNull()
}, 240_000)
