import { eq, sql } from 'drizzle-orm'
import { expect, vi } from 'vitest'
import { atomically } from '#app/domain/ctx.ts'
import { cancelJob, enqueue, jobOf, listJobs } from '#app/domain/files/jobs.server.ts'
import { startWork, type Task, type WorkServices } from '#app/domain/files/working.server.ts'
import { jobs } from '#db/schema/index.ts'
import { test as base, type Database } from '#test/support/database.ts'

const servicesOf = ({ owner, ownerUrl }: Database): WorkServices => ({
  ...{ owner, ownerUrl, zone: 'Asia/Yekaterinburg' },
  config: { publicUrl: 'http://site.test', smtpUrl: undefined, dataDir: '/nowhere' },
  log: { info: () => {}, error: () => {} },
})

const tries = { flaky: 0 }
const tasks: Record<string, Task> = {
  sum: async (_, { payload, progress }) => {
    await progress(1, 2)
    return { sum: Number(payload.a) + Number(payload.b) }
  },
  endless: async (_, { progress }) => {
    for (let step = 0; ; step++) {
      await progress(step)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  },
  flaky: async () => {
    tries.flaky += 1
    if (tries.flaky === 1) throw new RangeError('секретные слова')
    return undefined
  },
}

const test = base.extend('worker', { scope: 'file' }, async ({ database }, { onCleanup }) => {
  const stop = await startWork(servicesOf(database), { tasks, chores: {} })
  onCleanup(stop)
  return stop
})

const settled = (read: () => Promise<{ state: string }>, state: string) =>
  vi.waitFor(async () => expect((await read()).state).toBe(state), { timeout: 15_000, interval: 50 })

test('a command of the web login queues a job, the worker runs it and keeps its result', async ({
  as,
  given,
  worker,
}) => {
  expect(worker).toBeTypeOf('function')
  const ctx = as(await given.user())
  const id = await atomically(ctx, (ctx) => enqueue(ctx, 'sum', { a: 2, b: 3 }))
  await settled(() => jobOf(ctx, id), 'done')
  expect(await jobOf(ctx, id)).toMatchObject({ result: { sum: 5 }, progress: 1, total: 2 })
  await expect(jobOf(as(await given.user()), id)).rejects.toMatchObject({ code: 'not-found' })
  expect((await jobOf(as(await given.user({ role: 'admin' })), id)).id).toBe(id)
})

test('a refused command queues nothing', async ({ as, db, given }) => {
  const ctx = as(await given.user())
  const refused = atomically(ctx, async (ctx) => {
    await enqueue(ctx, 'sum', { refused: true })
    throw new RangeError('refused')
  })
  await expect(refused).rejects.toThrow('refused')
  expect(await db.select().from(jobs).where(sql`payload @> '{"refused": true}'`)).toEqual([])
  await expect(enqueue(ctx, 'sum')).rejects.toThrow(RangeError)
})

test('a running job stops at its next step when asked; strangers may not ask', async ({
  as,
  given,
  worker,
}) => {
  expect(worker).toBeTypeOf('function')
  const ctx = as(await given.user())
  const id = await atomically(ctx, (ctx) => enqueue(ctx, 'endless'))
  await settled(() => jobOf(ctx, id), 'running')
  await expect(cancelJob(as(await given.user()), id)).rejects.toMatchObject({ code: 'forbidden' })
  await cancelJob(ctx, id)
  await settled(() => jobOf(ctx, id), 'cancelled')
  await expect(cancelJob(ctx, id)).rejects.toMatchObject({ code: 'conflict' })
})

test('a failed job is tried again; its row does not show the words of the error', async ({
  as,
  db,
  given,
  worker,
}) => {
  expect(worker).toBeTypeOf('function')
  const ctx = as(await given.user())
  const id = await atomically(ctx, (ctx) => enqueue(ctx, 'flaky'))
  await settled(() => jobOf(ctx, id), 'failed')
  expect(await jobOf(ctx, id)).toMatchObject({ problem: 'RangeError' })
  await db.execute(sql`update graphile_worker._private_jobs set run_at = now() where key = ${`job:${id}`}`)
  await settled(() => jobOf(ctx, id), 'done')
})

test('the web login queues work of the short list alone, and does not see the queue', async ({
  web,
  given,
  as,
}) => {
  await expect(web.execute(sql`select enqueue_work('mail', gen_random_uuid())`)).rejects.toThrow()
  await expect(web.execute(sql`select count(*) from graphile_worker.jobs`)).rejects.toThrow()
  await expect(listJobs(as(await given.user()))).rejects.toMatchObject({ code: 'forbidden' })
  const admin = as(await given.user({ role: 'admin' }))
  const { rows, next } = await listJobs(admin, undefined, 1)
  expect(rows).toHaveLength(1)
  expect((await listJobs(admin, next, 1)).rows[0]?.id).not.toBe(rows[0]?.id)
})

test('a job cancelled while it waits never begins', async ({ as, db, given }) => {
  const ctx = as(await given.user())
  const [row] = await db
    .insert(jobs)
    .values({ kind: 'sum', payload: {}, actorId: ctx.actor?.personId ?? null })
    .returning()
  await cancelJob(ctx, String(row?.id))
  expect(
    await db
      .select({ state: jobs.state })
      .from(jobs)
      .where(eq(jobs.id, String(row?.id))),
  ).toEqual([{ state: 'cancelled' }])
})
