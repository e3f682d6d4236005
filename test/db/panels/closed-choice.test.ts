/** A choice with closed data: what is published of it tells nobody's band, and its explanation is for whoever may read these. */
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { selectBest } from '#app/domain/panels/choosing.server.ts'
import { explainedPanel, explains, ownWhyNot } from '#app/domain/panels/explained.server.ts'
import { protocolByNumber, wholeFaults } from '#app/domain/panels/protocol.server.ts'
import { panelByNumber } from '#app/domain/panels/queries.server.ts'
import { listHash } from '#app/domain/panels/replaying.ts'
import { editRequest } from '#app/domain/panels/requests/editing.server.ts'
import { test } from '#test/support/database.ts'

const edit = {
  ...{ size: 2, reserve: 0, maxPerOrganisation: null, maxPerMunicipality: null, answerDays: 3 },
  ...{ minimum: {}, floor: {}, soft: [], closedBand: true, minHigh: 1, maxPerNominator: null },
  ...{ maxGoing: null, maxPeriod: null, periodMonths: null, restMonths: null, developerMonths: null },
  ...{ hours: 9, lastDay: '2026-03-25', revision: 1 },
}

test('bands cannot be tried out on the published protocol, nor read from the explanation', async ({
  given,
  acts,
  as,
  db,
}) => {
  const direction = await given.direction()
  const panel = await given.panel({
    ...{ size: 2, reserve: 0, maxPerOrganisation: null, maxPerMunicipality: null, direction, minHigh: 1 },
  })
  const people = []
  for (const since of ['2017-01-01', '2019-01-01', '2021-01-01', '2023-01-01'])
    people.push(await given.expert([direction], { since }))
  for (const [at, { personId }] of people.entries())
    await db.execute(sql`insert into closed.assessment_results
      (id, person_id, direction_id, attempt, earned, maximum, day, entered_by_id, entered_at)
      select gen_random_uuid(), ${personId}::uuid, direction_id, 1, ${at === 3 ? 99 : 10}, 100, '2026-01-10', ${personId}::uuid, now()
      from direction_versions where id = ${direction}::uuid`)
  const operator = await given.user({ role: 'operator', scopeKind: 'region' })
  await editRequest(acts(operator), panel.id, edit)
  await selectBest(acts(operator), panel.id)

  const { protocol } = await protocolByNumber(as(null), panel.number)
  const { closed } = protocol as { closed?: string }
  expect(closed).toMatch(/^[0-9a-f]{64}$/)
  // whoever has the public rows tries every set of people and every demand
  const tried = new Set<string>()
  for (let minHigh = 1; minHigh <= 2; minHigh += 1)
    for (let set = 0; set < 2 ** protocol.candidates.length; set += 1) {
      const rows = protocol.candidates.map((row, at) => (set & (1 << at) ? { ...row, high: true } : row))
      tried.add(listHash(rows, { ...protocol.rules, minHigh }))
    }
  expect(tried).not.toContain(closed)
  expect(JSON.stringify(protocol)).not.toContain('closedSalt')

  await expect(explainedPanel(as(panel.secretary), panel.number)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(explainedPanel(as(panel.secretary), panel.number, people[3]?.number)).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect((await explainedPanel(as(operator), panel.number)).members).toHaveLength(2)
  const { facts, selection } = await panelByNumber(as(operator), panel.number)
  expect(explains(panel.secretary, facts, selection)).toBe(false)
  expect(explains(operator, facts, selection)).toBe(true)
  const passed = people.find(({ number }) => !protocol.chosen.some(({ person }) => person === number))
  expect(await ownWhyNot(as(passed ?? null), panel.number)).toBeNull()
  expect(await wholeFaults(as(operator), panel.number)).toEqual([])

  // a kept salt that was changed is no seal
  await db.execute(sql`update selections set rules = jsonb_set(rules, '{closedSalt}', '"другая"')
    where panel_id = ${panel.id}::uuid and superseded_by_id is null`)
  expect(await wholeFaults(as(operator), panel.number)).not.toEqual([])
})
