/** Where the Положение keeps the band closed, it counts for those alone who consented to it, while the consent stands. */
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { giveConsent, withdrawBand } from '#app/domain/accounts/consenting.server.ts'
import { selectBest } from '#app/domain/panels/choosing.server.ts'
import { protocolByNumber, replayOf } from '#app/domain/panels/protocol.server.ts'
import { test } from '#test/support/database.ts'

const ask = { reserve: 0, maxPerOrganisation: null, maxPerMunicipality: null }

test('a seat of the high band goes to who consented; without a consent nobody counts, whatever the points', async ({
  given,
  acts,
  as,
  db,
}) => {
  const direction = await given.direction()
  await given.expert([direction], { since: '2012-01-01' })
  const high = await given.expert([direction], { since: '2025-01-01' })
  const silent = await given.expert([direction], { since: '2025-02-01' })
  for (const { personId } of [high, silent])
    await db.execute(sql`insert into closed.assessment_results
      (id, person_id, direction_id, attempt, earned, maximum, day, entered_by_id, entered_at)
      select gen_random_uuid(), ${personId}::uuid, direction_id, 1, 99, 100, '2026-01-10', ${personId}::uuid, now()
      from direction_versions where id = ${direction}::uuid`)
  const choose = async (title: string) => {
    const panel = await given.panel({ ...ask, size: 2, direction, minHigh: 1, title })
    await selectBest(acts(panel.secretary), panel.id)
    return { number: panel.number, view: await protocolByNumber(as(null), panel.number) }
  }
  await expect(choose('Без согласий')).rejects.toMatchObject({ code: 'selection-high-short' })

  const self = acts({ ...(await given.user()), personId: high.personId })
  await giveConsent(self, 'band')
  await expect(giveConsent(self, 'band')).rejects.toMatchObject({ code: 'conflict' })
  const { number, view } = await choose('С согласием')
  expect(view.protocol.chosen.map(({ person }) => person)).toContain(high.number)
  expect(view.protocol).not.toHaveProperty('closed')
  expect(replayOf(view)).toEqual([])
  // nothing of the one who did not consent, and nothing beyond the band of the one who did
  const rows = view.protocol.candidates as { person?: number; high?: boolean }[]
  expect(rows.filter((row) => row.high)).toHaveLength(1)
  expect(JSON.stringify(view.protocol)).not.toMatch(/earned|attempt/)

  await withdrawBand(self)
  await expect(withdrawBand(self)).rejects.toMatchObject({ code: 'conflict' })
  await expect(choose('После отзыва')).rejects.toMatchObject({ code: 'selection-high-short' })
  // what was published stays, and can still be recomputed
  expect(replayOf(await protocolByNumber(as(null), number))).toEqual([])
})
