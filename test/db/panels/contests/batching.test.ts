/** Panels of all works at once: exact, without conflicts, within loads and quotas; watched, stopped, begun again, approved. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Job } from '#app/domain/files/jobs.server.ts'
import { approveBatch } from '#app/domain/panels/contests/approving.server.ts'
import { askBatch, newestBatch, runBatch, stopBatch } from '#app/domain/panels/contests/batching.server.ts'
import { blindWork } from '#app/domain/panels/contests/blind.server.ts'
import type { BatchResult } from '#app/domain/panels/contests/reckoning.server.ts'
import { acceptInvitation } from '#app/domain/panels/invitations/inviting.server.ts'
import {
  contestBatches,
  employments,
  invitations,
  jobs,
  notifications,
  panels,
  seats,
  submissions,
} from '#db/schema/index.ts'
import { after, coded, contestRoom, type Room } from '#test/support/contest-room.ts'
import { type Database, test } from '#test/support/database.ts'

const asked = { cap: null, fair: undefined }

async function reckoned(room: Room, database: Database, input: Parameters<typeof askBatch>[2] = asked) {
  await askBatch(room.acts(room.holder, after), room.number, input)
  const batch = await newestBatch({ db: room.db }, room.contest?.id ?? '')
  const job: Job = {
    ...{ id: batch?.jobId ?? '', payload: { batch: batch?.id }, actorId: null },
    progress: async () => {},
  }
  await runBatch({ owner: database.owner, zone: 'Asia/Yekaterinburg' } as never, job)
  const done = await newestBatch({ db: room.db }, room.contest?.id ?? '')
  return { batch: done, result: done?.result as unknown as BatchResult, job }
}

test('every work gets its experts: none of its organisation, none beyond the load, proven', async ({
  given,
  acts,
  db,
  database,
}) => {
  const room = await contestRoom({ given, acts, db }, { perWork: 2, reserve: 1, load: 2 })
  const works = await coded(room, 3)
  const people = await given.experts(5, [room.direction])
  // somebody of the school that handed in, and somebody without the direction
  const own = await given.expert([room.direction], { organisationId: works[0]?.school.id ?? '' })
  const stranger = await given.expert([await given.direction()])
  const { batch, result } = await reckoned(room, database, { cap: 60, fair: 'on' })
  expect(batch?.state).toBe('done')
  expect(result).toMatchObject({ status: 'optimal', gap: 0, seats: 6, total: result.bound })
  const key = await db.select({ number: submissions.number, code: submissions.code }).from(submissions)
  const code = key.find(({ number }) => number === works[0]?.number)?.code
  const of = result.works.find((work) => work.code === code)
  expect([...(of?.members ?? []), ...(of?.reserve ?? [])].map(({ person }) => person)).not.toContain(
    own.number,
  )
  const seated = result.works.flatMap(({ members, reserve }) =>
    [...members, ...reserve].map(({ person }) => person),
  )
  expect(seated).not.toContain(stranger.number)
  for (const number of seated) expect(seated.filter((one) => one === number).length).toBeLessThanOrEqual(2)
  for (const { members, reserve } of result.works)
    expect(new Set([...members, ...reserve].map(({ person }) => person)).size).toBe(3)
  expect(result.prices.cap).toEqual(expect.any(Number))
  expect(people.length).toBe(5)
})

test('where nobody is enough, the smallest relaxation is told', async ({ given, acts, db, database }) => {
  const room = await contestRoom({ given, acts, db }, { perWork: 2, load: 1 })
  await coded(room, 3)
  await given.experts(4, [room.direction])
  const { batch } = await reckoned(room, database)
  expect(batch).toMatchObject({ state: 'impossible', result: { status: 'infeasible' } })
  expect(batch?.result?.relaxation).toMatchObject({ changes: [{ quota: 'loads', from: 0, to: 1 }] })
  await expect(approveBatch(room.acts(room.holder, after), room.number)).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('approved: panels, seats and invitations; one notice a person; experts see the code and no name', async ({
  given,
  acts,
  db,
  database,
}) => {
  const room = await contestRoom({ given, acts, db }, { perWork: 2, load: 3 })
  const works = await coded(room, 3)
  const people = await given.experts(2, [room.direction])
  await reckoned(room, database)
  const both = await Promise.allSettled([
    approveBatch(room.acts(room.holder, after), room.number),
    approveBatch(room.acts(room.holder, after), room.number),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const [person] = people
  const mine = await db
    .select({ id: invitations.id, panel: panels.number })
    .from(invitations)
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .innerJoin(panels, eq(panels.id, seats.panelId))
    .where(eq(seats.personId, person?.personId ?? ''))
  expect(mine).toHaveLength(3)
  const told = await db
    .select()
    .from(notifications)
    .where(eq(notifications.personId, person?.personId ?? ''))
  expect(told.filter(({ kind }) => kind === 'contest.invited')).toMatchObject([{ facts: { count: 3 } }])
  const expert = acts(person as never, after)
  const number = mine[0]?.panel ?? 0
  await expect(blindWork(expert, number)).rejects.toMatchObject({ code: 'not-found' })
  await acceptInvitation(expert, mine[0]?.id ?? '')
  const shown = JSON.stringify({ ...(await blindWork(expert, number)), ids: [] })
  for (const { school } of works) expect(shown).not.toContain(school.shortName)
  expect(shown).not.toContain('Школа 5')
  expect(shown).not.toContain('Берёзкина')
})

test('a batch is stale when an expert has come to the school whose work it is', async ({
  given,
  acts,
  db,
  database,
}) => {
  const room = await contestRoom({ given, acts, db }, { perWork: 1, load: 3 })
  const [work] = await coded(room, 1)
  const [person] = await given.experts(1, [room.direction])
  await reckoned(room, database)
  const moved = { personId: person?.personId ?? '', organisationId: work?.school.id ?? '', post: 'учитель' }
  await db.insert(employments).values({ ...moved, during: '[2026-02-25,)' })
  await expect(approveBatch(room.acts(room.holder, after), room.number)).rejects.toMatchObject({
    code: 'contest-batch-stale',
  })
})

test('one runs at a time; stopped it ends, and killed with its server it is begun again', async ({
  given,
  acts,
  db,
}) => {
  const room = await contestRoom({ given, acts, db }, { perWork: 1 })
  await coded(room, 1)
  const ctx = room.acts(room.holder, after)
  const ask = () => askBatch(ctx, room.number, asked)
  await expect(askBatch(room.acts(room.secretary, after), room.number, asked)).rejects.toMatchObject({
    code: 'forbidden',
  })
  const both = await Promise.allSettled([ask(), ask()])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await stopBatch(ctx, room.number)
  expect((await newestBatch({ db }, room.contest?.id ?? ''))?.state).toBe('cancelled')
  await ask()
  const killed = await newestBatch({ db }, room.contest?.id ?? '')
  await db
    .update(jobs)
    .set({ state: 'running' })
    .where(eq(jobs.id, killed?.jobId ?? ''))
  await ask()
  const [row] = await db
    .select()
    .from(contestBatches)
    .where(eq(contestBatches.id, killed?.id ?? ''))
  expect(row?.state).toBe('failed')
})
