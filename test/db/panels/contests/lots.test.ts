/** A lot for all works: probabilities reckoned, announced, drawn once by one of two, replayed; stale ones and other roles refused. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Job } from '#app/domain/files/jobs.server.ts'
import { approveBatch } from '#app/domain/panels/contests/approving.server.ts'
import { askBatch, newestBatch, runBatch } from '#app/domain/panels/contests/batching.server.ts'
import { announceContestLot, newestLot } from '#app/domain/panels/contests/lots/announcing.server.ts'
import { drawContestLot } from '#app/domain/panels/contests/lots/drawing.server.ts'
import { lotView } from '#app/domain/panels/contests/lots/queries.server.ts'
import type { ChancesResult } from '#app/domain/panels/contests/lots/reckoning.server.ts'
import { replayLot } from '#app/domain/panels/contests/lots/replaying.ts'
import type { Db } from '#db/client.ts'
import { contestLots, employments, invitations, panels, seats } from '#db/schema/index.ts'
import { after, coded, contestRoom, type Room } from '#test/support/contest-room.ts'
import { type Acts, type Database, type Given, test } from '#test/support/database.ts'

const source = 'курс доллара на 10 марта'
const later = '2026-03-04T09:00:00Z'

async function chances(room: Room, database: Database, cap = 50) {
  await askBatch(room.acts(room.holder, after), room.number, { cap, fair: undefined, way: 'lot' })
  const batch = await newestBatch({ db: room.db }, room.contest?.id ?? '')
  const job: Job = {
    ...{ id: batch?.jobId ?? '', payload: { batch: batch?.id }, actorId: null },
    progress: async () => {},
  }
  await runBatch({ owner: database.owner, zone: 'Asia/Yekaterinburg' } as never, job)
  const done = await newestBatch({ db: room.db }, room.contest?.id ?? '')
  return { batch: done?.sha256 ?? '', state: done?.state, result: done?.result as unknown as ChancesResult }
}

async function field(given: Given, acts: Acts, db: Db, change = {}, works = 3, experts = 6) {
  const room = await contestRoom({ given, acts, db }, { perWork: 2, reserve: 1, load: 3, ...change })
  const made = await coded(room, works)
  const people = await given.experts(experts, [room.direction])
  return { room, works: made, people, ctx: room.acts(room.holder, after) }
}

test('probabilities under the cap, announced, drawn, seated and invited; the protocol replays', async ({
  given,
  acts,
  as,
  db,
  database,
}) => {
  const { room, people, ctx } = await field(given, acts, db)
  const { batch, result } = await chances(room, database)
  expect(result).toMatchObject({ way: 'lot', denominator: 2, greatest: 1, seats: 6, cap: '1/2' })
  for (const { shares } of result.works) expect(shares.reduce((sum, { share }) => sum + share, 0)).toBe(4)
  await expect(approveBatch(ctx, room.number)).rejects.toMatchObject({ code: 'contest-lot-undrawn' })
  expect(await announceContestLot(ctx, room.number, { source, batch })).toBe(1)

  const announced = await lotView(as(null), room.number, 1)
  const text = JSON.stringify(announced.protocol)
  const stored = await newestLot({ db }, room.contest?.id ?? '')
  expect(text).not.toContain(stored?.secret)
  expect(announced.protocol.commitment).toMatch(/^[0-9a-f]{64}$/)
  expect(announced.protocol.candidates).toHaveLength(6)
  expect(replayLot(announced.protocol)).toEqual([])
  for (const { personId } of people) expect(text).not.toContain(personId)
  expect((stored?.candidates ?? []).some(({ salt }) => text.includes(String(salt)))).toBe(false)

  const both = await Promise.allSettled([
    drawContestLot(room.acts(room.holder, later), room.number, { publicValue: '92,41', lot: 1 }),
    drawContestLot(room.acts(room.holder, later), room.number, { publicValue: '93,00', lot: 1 }),
  ])
  const won = both.filter(({ status }) => status === 'fulfilled')
  expect(won).toHaveLength(1)
  const { protocol } = await lotView(as(null), room.number, 1)
  expect(JSON.parse(JSON.stringify(protocol))).toEqual(protocol)
  expect(replayLot(JSON.parse(JSON.stringify(protocol)))).toEqual([])
  expect(protocol.sha256).not.toBe(announced.protocol.sha256)
  expect(protocol.announcement).toBe(announced.protocol.announcement)

  // whose rows they are stands for those who hold the contest alone
  expect(protocol.people).toBeUndefined()
  const whole = (await lotView(ctx, room.number, 1)).protocol
  expect(whole.sha256).toBe(protocol.sha256)
  expect(replayLot(whole)).toEqual([])
  const numberOf = new Map(whole.people?.map(({ row, person }) => [row, person]))
  // who was drawn sits and is invited, with the chance as the reason; nobody else
  const seated = await db
    .select({
      code: panels.subject,
      personId: seats.personId,
      standing: seats.standing,
      reasons: seats.reasons,
    })
    .from(seats)
    .innerJoin(panels, eq(panels.id, seats.panelId))
    .where(eq(panels.organisationId, room.institute.id))
  const numbers = new Map(people.map(({ personId, number }) => [personId, number]))
  for (const { code, members, reserve } of protocol.chosen) {
    const of = (standing: string) =>
      seated
        .filter((one) => one.code === code && one.standing === standing)
        .map(({ personId }) => numbers.get(personId))
        .sort()
    expect(of('member')).toEqual(members.map((row) => numberOf.get(row)).sort())
    expect(of('reserve')).toEqual(reserve.map((row) => numberOf.get(row)).sort())
  }
  const [member] = seated.filter(({ standing }) => standing === 'member')
  expect(member?.reasons).toMatchObject([{ code: 'chance', facts: { probability: '1/2', hundredths: 5000 } }])
  const asked = await db
    .select({ id: invitations.id })
    .from(invitations)
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .innerJoin(panels, eq(panels.id, seats.panelId))
    .where(eq(panels.organisationId, room.institute.id))
  expect(asked).toHaveLength(6)
  // salts are open for those drawn alone, and to nobody else who reads
  const open = new Set(whole.people?.map(({ salt }) => salt))
  for (const { salt } of stored?.candidates ?? []) {
    expect(JSON.stringify(whole).includes(String(salt))).toBe(open.has(String(salt)))
    expect(JSON.stringify(protocol)).not.toContain(String(salt))
  }
  // nothing of it can be written anew
  await expect(
    db
      .update(contestLots)
      .set({ source: 'другой' })
      .where(eq(contestLots.id, stored?.id ?? '')),
  ).rejects.toThrow()
})

test('the own row and chances are told to the person alone', async ({ given, acts, as, db, database }) => {
  const { room, people, ctx } = await field(given, acts, db)
  const { batch } = await chances(room, database)
  await announceContestLot(ctx, room.number, { source, batch })
  const [person] = people
  const { own } = await lotView(acts(person as never, later), room.number, 1)
  const { protocol, own: none } = await lotView(as(null), room.number, 1)
  expect(none).toBeNull()
  expect(protocol.candidates.find(({ row }) => row === own?.row)?.token).toMatch(/^[0-9a-f]{64}$/)
  const sum = protocol.shares.works.reduce(
    (all, { shares }) => all + (shares.find(({ row }) => row === own?.row)?.share ?? 0),
    0,
  )
  expect(own?.chances.length).toBe(sum)
})

test('only the newest reckoning is announced, and only its lot is drawn', async ({
  given,
  acts,
  db,
  database,
}) => {
  const { room, ctx } = await field(given, acts, db)
  const first = await chances(room, database)
  await chances(room, database, 60)
  const announce = (batch: string) => announceContestLot(ctx, room.number, { source, batch })
  await expect(announce(first.batch)).rejects.toMatchObject({ code: 'contest-batch-stale' })
  const { batch } = await chances(room, database, 70)
  await announce(batch)
  await expect(drawContestLot(ctx, room.number, { publicValue: '1', lot: 2 })).rejects.toMatchObject({
    code: 'contest-lot-none',
  })
  const other = await chances(room, database, 80)
  await expect(drawContestLot(ctx, room.number, { publicValue: '1', lot: 1 })).rejects.toMatchObject({
    code: 'contest-batch-stale',
  })
  await announce(other.batch)
  const [one, two] = [await lotView(ctx, room.number, 1), await lotView(ctx, room.number, 2)]
  expect(two.protocol.previous).toBe(one.protocol.sha256)
  expect(one.abandoned).toBe(true)
  expect(two.abandoned).toBe(false)
})

test('an expert who has come to a school in between: not announced; drawn, nobody is invited, and a new lot refers to it', async ({
  given,
  acts,
  db,
  database,
}) => {
  const { room, works, people, ctx } = await field(given, acts, db, { perWork: 1, reserve: 0 }, 1, 2)
  const { batch } = await chances(room, database)
  await announceContestLot(ctx, room.number, { source, batch })
  const during = '[2026-02-25,)' as const
  for (const { personId } of people)
    await db
      .insert(employments)
      .values({ personId, organisationId: works[0]?.school.id ?? '', post: 'учитель', during })
  await expect(announceContestLot(ctx, room.number, { source, batch })).rejects.toMatchObject({
    code: 'contest-batch-stale',
  })
  expect(await drawContestLot(ctx, room.number, { publicValue: '92,41', lot: 1 })).toBeNull()
  expect(await db.select().from(panels).where(eq(panels.organisationId, room.institute.id))).toEqual([])
  await expect(approveBatch(ctx, room.number)).rejects.toMatchObject({ code: 'contest-batch-stale' })
  await given.experts(2, [room.direction])
  const fresh = await chances(room, database)
  await announceContestLot(ctx, room.number, { source, batch: fresh.batch })
  expect(await drawContestLot(ctx, room.number, { publicValue: '92,41', lot: 2 })).toBe(1)
  const [one, two] = [await lotView(ctx, room.number, 1), await lotView(ctx, room.number, 2)]
  expect(two.protocol.previous).toBe(one.protocol.sha256)
  expect(replayLot(one.protocol)).toEqual([])
  expect(two.protocol.people?.[0]?.person).not.toBe(one.protocol.people?.[0]?.person)
})

test('a cap that leaves nobody names the smallest relaxation; a lot is announced and drawn by who holds the contest', async ({
  given,
  acts,
  db,
  database,
}) => {
  const { room, people, ctx } = await field(given, acts, db, { maxPerOrganisation: null }, 1, 3)
  const { state, result } = await chances(room, database, 50)
  expect(state).toBe('impossible')
  expect(result).toMatchObject({ relaxation: { changes: [{ quota: 'max-probability' }] } })
  const { batch } = await chances(room, database, 70)
  for (const one of [room.secretary, people[0] as never]) {
    const other = acts(one, after)
    await expect(announceContestLot(other, room.number, { source, batch })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(drawContestLot(other, room.number, { publicValue: '1', lot: 1 })).rejects.toMatchObject({
      code: 'forbidden',
    })
  }
  await announceContestLot(ctx, room.number, { source, batch })
  await drawContestLot(ctx, room.number, { publicValue: '1', lot: 1 })
  await expect(announceContestLot(ctx, room.number, { source, batch })).rejects.toMatchObject({
    code: 'contest-stage',
  })
  const { protocol } = await lotView(ctx, room.number, 1)
  expect(protocol.rules.cap).toBe('7/10')
  expect(protocol.chosen[0]?.members).toHaveLength(2)
})
