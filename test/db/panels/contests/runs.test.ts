/** What is done for all works by a job: kept work by work, gone on with after a kill, stopped, and its files. */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq, isNull } from 'drizzle-orm'
import { expect } from 'vitest'
import { decideContest } from '#app/domain/panels/contests/ranking/deciding.server.ts'
import { rankContest } from '#app/domain/panels/contests/ranking/ranking.server.ts'
import { courseOf } from '#app/domain/panels/contests/running/course.server.ts'
import {
  resumeRuns,
  runFile,
  runState,
  startRun,
  stopRun,
} from '#app/domain/panels/contests/runs/asking.server.ts'
import { forgetRunFiles } from '#app/domain/panels/contests/runs/forgetting.server.ts'
import { contestRuns, files, jobs, paperCounters, sheets, workPapers } from '#db/schema/index.ts'
import { approved, askedOf, carried, marked, opened, type Person, ran } from '#test/support/contest-course.ts'
import { after, coded, contestRoom, type Room } from '#test/support/contest-room.ts'
import { type Database, test } from '#test/support/database.ts'

const ordered = '2026-04-12T09:00:00Z'

/** Three works whose experts have accepted. */
async function ready(room: Room, database: Database) {
  await coded(room, 3)
  const people = (await room.given.experts(2, [room.direction])) as Person[]
  await approved(room, database)
  for (const person of people) {
    const asked = await askedOf(room.db, room, person.personId)
    const answers = { accepted: asked.map(({ id }) => id), reason: '' }
    if (asked.length > 0) await ran(room, database, room.acts(person, after), 'answers', answers)
  }
  return people
}

test('killed with -9 in the middle, what was opened stays open, and the rest is opened when it goes on', async ({
  given,
  acts,
  db,
  database,
}) => {
  const room = await contestRoom({ given, acts, db }, { perWork: 2, load: 3 })
  await ready(room, database)
  const holder = acts(room.holder, after)
  const id = await startRun(holder, room.number, 'opening')
  await expect(startRun(holder, room.number, 'opening')).rejects.toMatchObject({ code: 'contest-run-going' })
  // it waits in the queue: nothing is broken off
  expect(await resumeRuns(holder)).toBe(0)
  const [queued] = await db.select().from(contestRuns).where(eq(contestRuns.id, id))
  await db
    .update(jobs)
    .set({ state: 'running' })
    .where(eq(jobs.id, queued?.jobId ?? ''))
  await killedAt(database, room, id, 1)
  const open = async () =>
    (await courseOf(holder, room.number)).works.filter((work) => work.open).map(({ code }) => code)
  expect(await open()).toHaveLength(1)
  expect(await runState(holder, room.number, 'opening')).toMatchObject({
    ...{ state: 'running', stalled: true, done: 1, total: 3 },
  })
  expect(await resumeRuns({ db, actor: null, now: new Date(after), zone: holder.zone })).toBe(1)
  expect(await resumeRuns(holder)).toBe(0)
  await carried(room, database, id)
  expect(await runState(holder, room.number, 'opening')).toMatchObject({
    ...{ state: 'done', stalled: false, done: 3, total: 3, refused: [] },
  })
  expect(await open()).toHaveLength(3)
  expect(await db.$count(sheets)).toBe(6)
  // the job that was killed comes back after its end: nothing happens twice
  await carried(room, database, id)
  expect(await db.$count(sheets)).toBe(6)
})

test('stopped it ends at its next step, and another press does the rest', async ({
  given,
  acts,
  db,
  database,
}) => {
  const room = await contestRoom({ given, acts, db }, { perWork: 2, load: 3 })
  await ready(room, database)
  const holder = acts(room.holder, after)
  const id = await startRun(holder, room.number, 'opening')
  await expect(stopRun(acts(room.secretary, after), room.number, 'opening')).rejects.toMatchObject({
    code: 'forbidden',
  })
  await stopRun(holder, room.number, 'opening')
  await carried(room, database, id)
  expect(await runState(holder, room.number, 'opening')).toMatchObject({ state: 'cancelled', done: 0 })
  expect((await courseOf(holder, room.number)).works.filter(({ open }) => open)).toEqual([])
  const rest = await ran(room, database, holder, 'opening')
  expect(rest).toMatchObject({ state: 'done', done: 3 })
})

test('certificates of a whole contest in one press: numbers without gaps, one file, given once', async ({
  given,
  acts,
  db,
  database,
}) => {
  const room = await contestRoom({ given, acts, db }, { perWork: 2, load: 3 })
  const people = await ready(room, database)
  await opened(room, people, database)
  for (const person of people) await marked(room, person, () => 3)
  await rankContest(acts(room.holder, '2026-04-02T09:00:00Z'), room.number, '')
  const secretary = acts(room.secretary, ordered)
  await expect(startRun(secretary, room.number, 'certificates')).rejects.toMatchObject({
    code: 'contest-stage',
  })
  await decideContest(acts(room.holder, ordered), room.number, { number: '1', day: '2026-04-12' })
  await expect(startRun(acts(room.holder, ordered), room.number, 'certificates')).rejects.toMatchObject({
    code: 'forbidden',
  })
  const before = await lastNumber(db)
  const killed = await startRun(secretary, room.number, 'certificates')
  await killedAt(database, room, killed, 1, ordered)
  expect(await db.$count(workPapers)).toBe(2)
  await carried(room, database, killed, new Date(ordered))
  const [run] = await db.select().from(contestRuns).where(eq(contestRuns.id, killed))
  expect(run).toMatchObject({ state: 'done', done: 6, total: 6, refused: [] })
  const numbers = (await db.select().from(workPapers)).map(({ number }) => number).sort((a, b) => a - b)
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6].map((one) => before + one))
  const kept = await runFile(secretary, room.number, 'certificates')
  const pdf = await readFile(join(room.dataDir, 'files', kept.sha256))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(6)
  await expect(
    runFile(acts(people[0] as Person, ordered), room.number, 'certificates'),
  ).rejects.toMatchObject({
    code: 'forbidden',
  })
  // once more: nobody gets a second paper
  await ran(room, database, secretary, 'certificates')
  expect(await db.$count(workPapers, isNull(workPapers.revokedAt))).toBe(6)
  // copies to print go after some days; papers stay
  expect(await forgetRunFiles({ db: database.owner.db, now: new Date('2026-04-13T09:00:00Z') })).toBe(0)
  expect(await forgetRunFiles({ db: database.owner.db, now: new Date('2026-04-16T09:00:00Z') })).toBe(2)
  await expect(runFile(secretary, room.number, 'certificates')).rejects.toMatchObject({ code: 'not-found' })
  const erased = and(eq(files.objectKind, 'contest-run'), isNull(files.erasedAt))
  expect(await db.$count(files, erased)).toBe(0)
})

async function lastNumber(db: Room['db']): Promise<number> {
  const [row] = await db
    .select()
    .from(paperCounters)
    .where(and(eq(paperCounters.kind, 'work'), eq(paperCounters.year, 2026)))
  return row?.last ?? 0
}

/** Carries the run out in a process of its own and kills it when it comes to this step. */
async function killedAt(database: Database, room: Room, id: string, step: number, now: string = after) {
  const script = ['--import', 'tsx', 'test/support/contest-runner.ts']
  const given = [database.ownerUrl, id, room.dataDir, now, String(step)]
  const child = spawn(process.execPath, [...script, ...given], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.stdout.on('data', (chunk: Buffer) => {
    if (chunk.toString().includes(`step ${step}`)) child.kill('SIGKILL')
  })
  await ended
  expect(child.signalCode).toBe('SIGKILL')
}
