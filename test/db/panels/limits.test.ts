/** Limits of a request through the commands: load, rotation, named people, wished limits, editing, closed data. */
import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { recordEngagement } from '#app/domain/experts/engaging.server.ts'
import { candidatesOf } from '#app/domain/panels/candidates.server.ts'
import { selectBest, selectByHand } from '#app/domain/panels/choosing.server.ts'
import { unlockedState } from '#app/domain/panels/facts.server.ts'
import { announceLot } from '#app/domain/panels/lottery/lots.server.ts'
import { protocolByNumber, replayOf, wholeFaults } from '#app/domain/panels/protocol.server.ts'
import { easeRequest, editRequest } from '#app/domain/panels/requests/editing.server.ts'
import { limitsOfPanel } from '#app/domain/panels/requests/limiting.server.ts'
import { namePerson, unnamePerson } from '#app/domain/panels/requests/naming.server.ts'
import { panelRevisions, panels, seats } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const ask = { reserve: 0, maxPerOrganisation: null, maxPerMunicipality: null }
const editOf = { size: 3, reserve: 1, maxPerOrganisation: null, maxPerMunicipality: null, answerDays: 3 }
const beyond = { minimum: {}, floor: {}, soft: [], closedBand: false, minHigh: 0 }
const none = { maxPerNominator: null, maxGoing: null, maxPeriod: null, periodMonths: null }
const edit = {
  ...editOf,
  ...beyond,
  ...none,
  restMonths: null,
  developerMonths: null,
  hours: 9,
  lastDay: '2026-03-25',
}

test('load and rest keep people out of all three ways, with the reason in the list', async ({
  given,
  acts,
  db,
  as,
}) => {
  const panel = await given.panel({ ...ask, size: 2, maxGoing: 1, restMonths: 6 })
  const [busy, tired, ...free] = await given.experts(4, [panel.direction])
  const engaged = async (person = busy, outcome: 'going' | 'finished' = 'going', day = '2026-02-01') =>
    recordEngagement(
      { ...acts(panel.secretary), db },
      {
        ...{ personId: person?.personId ?? '', kind: 'panel', objectKind: 'panel', role: 'member' },
        ...{ objectId: crypto.randomUUID(), title: 'Экспертиза', firstDay: day, outcome },
        ...(outcome === 'finished' ? { lastDay: '2026-02-10' } : {}),
      },
    )
  await engaged()
  await engaged(tired, 'finished')
  const state = await unlockedState(acts(panel.secretary), panel.id)
  const all = await candidatesOf(acts(panel.secretary), state)
  const outOf = (number = 0) => all.find((one) => one.number === number)?.out ?? null
  expect(outOf(busy?.number)).toEqual({ code: 'going', count: 1, most: 1 })
  expect(outOf(tired?.number)).toEqual({ code: 'rest', day: '2026-02-10', months: 6 })
  expect(free.map(({ number }) => outOf(number))).toEqual([null, null])
  const members = [busy?.number ?? 0, free[0]?.number ?? 0]
  const byHand = selectByHand(acts(panel.secretary), panel.id, { members, reserve: [], reason: 'так' })
  await expect(byHand).rejects.toMatchObject({ code: 'not-eligible' })
  await selectBest(acts(panel.secretary), panel.id)
  const { protocol } = await protocolByNumber(as(null), panel.number)
  expect(protocol.candidates).toHaveLength(2)
  expect(new Set(protocol.chosen.map(({ person }) => person))).toEqual(
    new Set(free.map(({ number }) => number)),
  )
})

test('a direction has its minimum and its floor of competence', async ({ given, acts }) => {
  const direction = await given.direction()
  const panel = await given.panel({ ...ask, size: 2, direction, floor: { [direction]: 12 } })
  const old = await given.expert([direction], { since: '2012-01-01' })
  const fresh = await given.expert([direction], { since: '2025-06-01' })
  const all = await candidatesOf(acts(panel.secretary), await unlockedState(acts(panel.secretary), panel.id))
  const of = (number: number) => all.find((one) => one.number === number)
  expect(of(old.number)).toMatchObject({ out: null, directions: [direction] })
  expect(of(fresh.number)).toMatchObject({ out: { code: 'floor' }, directions: [] })
  const more = given.panel({ ...ask, size: 2, direction, minimum: { [direction]: 3 } })
  await expect(more).rejects.toMatchObject({ code: 'request-over-size', field: `minimum.${direction}` })
})

test('whoever is named must, or must not, sit; the reason is nowhere in the protocol', async ({
  given,
  acts,
  as,
}) => {
  const panel = await given.panel({ ...ask, size: 2 })
  const [first, second, third] = await given.experts(3, [panel.direction])
  const worst = await given.expert([panel.direction], { since: '2026-01-01' })
  const institute = acts(panel.draft.institute)
  const must = { number: worst.number, standing: 'fixed' as const, reason: 'Знает предмет-ключ' }
  await namePerson(institute, panel.id, must)
  await expect(namePerson(institute, panel.id, must)).rejects.toMatchObject({ code: 'named-twice' })
  const not = { number: first?.number ?? 0, standing: 'excluded' as const, reason: 'Болен-ключ' }
  await namePerson(institute, panel.id, not)
  await selectBest(acts(panel.secretary), panel.id)
  const view = await protocolByNumber(as(null), panel.number)
  const numbers = view.protocol.chosen.map(({ person }) => person)
  expect(numbers).toContain(worst.number)
  expect(numbers).not.toContain(first?.number)
  expect([second?.number, third?.number]).toContain(numbers.find((number) => number !== worst.number))
  expect(JSON.stringify(view.protocol)).not.toContain('ключ')
  expect(replayOf(view)).toEqual([])
  await expect(unnamePerson(institute, panel.id, worst.personId)).rejects.toMatchObject({
    code: 'panel-selected',
  })
})

test('a wished limit gives way in the best composition and by lot, and the protocol says which', async ({
  given,
  acts,
  as,
}) => {
  const panel = await given.panel({ ...ask, size: 3, maxPerOrganisation: 1, soft: ['organisation'] })
  const { id: organisationId } = await given.organisation({ municipalityId: (await given.municipality()).id })
  for (let at = 0; at < 4; at += 1) await given.expert([panel.direction], { organisationId })
  await announceLot(acts(panel.secretary), panel.id, 'Курс')
  const lot = await protocolByNumber(as(null), panel.number)
  expect(lot.protocol).toMatchObject({ format: 3, method: 'lot', waived: ['organisation'] })
  expect(replayOf(lot)).toEqual([])
  await selectBest(acts(panel.secretary), panel.id)
  const best = await protocolByNumber(as(null), panel.number)
  expect(best.protocol).toMatchObject({ format: 3, method: 'best', waived: ['organisation'] })
  expect(replayOf(best)).toEqual([])
})

test('a request is edited while nobody is chosen; two pages do not overwrite each other; what was stays', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.panel({ ...ask, size: 2 })
  const institute = acts(panel.draft.institute) as ActingCtx
  await editRequest(institute, panel.id, { ...edit, maxGoing: 2, revision: 1 })
  const stale = editRequest(institute, panel.id, { ...edit, size: 4, revision: 1 })
  await expect(stale).rejects.toMatchObject({ code: 'request-stale' })
  const [row] = await db.select().from(panels).where(eq(panels.id, panel.id))
  expect(row).toMatchObject({ size: 3, reserve: 1, hours: 9, lastDay: '2026-03-25' })
  expect(await limitsOfPanel({ db }, panel.id)).toMatchObject({ maxGoing: 2, revision: 2 })
  const kept = await db.select().from(panelRevisions).where(eq(panelRevisions.panelId, panel.id))
  expect(kept).toMatchObject([{ revision: 1, kind: 'edited', was: { size: 2, reserve: 0 } }])
  const closed = editRequest(institute, panel.id, { ...edit, closedBand: true, revision: 2 })
  await expect(closed).rejects.toMatchObject({ code: 'forbidden' })
  await given.experts(3, [panel.direction])
  await selectBest(acts(panel.secretary), panel.id)
  const late = editRequest(institute, panel.id, { ...edit, revision: 2 })
  await expect(late).rejects.toMatchObject({ code: 'panel-selected' })
})

test('the change that is offered lets a composition be found', async ({ given, acts, db }) => {
  const panel = await given.panel({ ...ask, size: 3, maxPerOrganisation: 1 })
  const { id: organisationId } = await given.organisation({ municipalityId: (await given.municipality()).id })
  for (let at = 0; at < 3; at += 1) await given.expert([panel.direction], { organisationId })
  const refused = selectBest(acts(panel.secretary), panel.id)
  await expect(refused).rejects.toMatchObject({ code: 'selection-organisation', facts: { most: 1, to: 3 } })
  await easeRequest(acts(panel.secretary), panel.id, 1)
  const [row] = await db.select().from(panels).where(eq(panels.id, panel.id))
  expect(row?.maxPerOrganisation).toBe(3)
  await selectBest(acts(panel.secretary), panel.id)
  expect(await db.select().from(seats).where(eq(seats.panelId, panel.id))).toHaveLength(3)
})

test('an institute chooses the same whatever the closed points are; with them the operator alone chooses', async ({
  given,
  acts,
  as,
  db,
}) => {
  const version = await given.direction()
  const [row] = await db.execute<{ id: string }>(
    sql`select direction_id as id from direction_versions where id = ${version}::uuid`,
  )
  const directionId = row?.id ?? ''
  const panel = await given.panel({ ...ask, size: 2, direction: version })
  // of different points, so that no tie is decided by chance
  const people = []
  for (const since of ['2017-01-01', '2019-01-01', '2021-01-01', '2023-01-01'])
    people.push(await given.expert([version], { since }))
  const seen = async () => {
    const state = await unlockedState(acts(panel.secretary), panel.id)
    const list = (await candidatesOf(acts(panel.secretary), state)).map(({ personId: _id, ...one }) => one)
    await selectBest(acts(panel.secretary), panel.id)
    const { protocol } = await protocolByNumber(as(null), panel.number)
    const chosen = protocol.chosen.map(({ person }) => person).sort()
    return JSON.stringify({ list, chosen, rules: protocol.rules })
  }
  const before = await seen()
  for (const [at, { personId }] of people.entries())
    await db.execute(sql`insert into closed.assessment_results
      (id, person_id, direction_id, attempt, earned, maximum, day, entered_by_id, entered_at)
      values (gen_random_uuid(), ${personId}::uuid, ${directionId}::uuid, 1, ${at === 3 ? 99 : 10 * at}, 100, '2026-01-10', ${personId}::uuid, now())`)
  expect(await seen()).toBe(before)
  const other = await given.panel({ ...ask, size: 2, direction: version, minHigh: 1, title: 'С уровнем' })
  await expect(selectBest(acts(other.secretary), other.id)).rejects.toMatchObject({
    code: 'selection-high-short',
  })
  const operator = await given.user({ role: 'operator', scopeKind: 'region' })
  await editRequest(acts(operator), other.id, {
    ...{ ...edit, size: 2, reserve: 0, minHigh: 1, closedBand: true, revision: 1 },
  })
  await expect(selectBest(acts(other.secretary), other.id)).rejects.toMatchObject({
    code: 'selection-closed',
  })
  await expect(announceLot(acts(operator), other.id, 'Курс')).rejects.toMatchObject({ code: 'lot-closed' })
  await selectBest(acts(operator), other.id)
  const view = await protocolByNumber(as(null), other.number)
  expect(view.protocol.chosen.map(({ person }) => person)).toContain(people[3]?.number)
  expect(view.protocol).toMatchObject({ closed: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(JSON.stringify(view.protocol)).not.toMatch(/high|minHigh/)
  expect(replayOf(view)).toEqual([])
  // on full data the optimum itself is found again, by whoever may; a kept line that was changed is named
  expect(await wholeFaults(as(operator), other.number)).toEqual([])
  expect(await wholeFaults(as(other.secretary), other.number)).toBeNull()
  expect(await wholeFaults(as(null), other.number)).toBeNull()
  expect(await wholeFaults(as(operator), panel.number)).toBeNull()
  await db.execute(sql`update selections set candidates = jsonb_set(candidates, '{0,high}',
    to_jsonb(not coalesce((candidates -> 0 ->> 'high')::boolean, false))) where panel_id = ${other.id}::uuid`)
  expect(await wholeFaults(as(operator), other.number)).toContainEqual({
    at: 'candidatesSha256',
    code: 'list',
  })
  const [read] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from log_entries where kind = 'closed.read' and facts->>'reason' = 'selection'`,
  )
  expect(read?.count).toBe(1)
})
