/**
 * Batching: panels of all works of a contest are reckoned by a job that can be watched, stopped and begun again.
 *
 * The job holds an advisory lock while it lives. A batch that is said to run and whose lock is free was killed with its
 * server: asking again then ends it and begins another. Nothing of a batch stands before it is approved.
 */
import { and, desc, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { cancelJob, enqueue, type Job, JobCancelled, jobOf } from '#app/domain/files/jobs.server.ts'
import type { WorkServices } from '#app/domain/files/working.server.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import type { Db } from '#db/client.ts'
import { contestBatches, contests, jobs } from '#db/schema/index.ts'
import { lockContest } from './facts.server.ts'
import { fieldOf } from './field.server.ts'
import type { BatchInput } from './forms.ts'
import { reckonChances } from './lots/reckoning.server.ts'
import { reckon } from './reckoning.server.ts'
import { contestRules } from './rules.ts'

export type BatchRow = typeof contestBatches.$inferSelect

/** Begins a reckoning. Problem('contest-batch-running') while one is alive. */
export async function askBatch(
  ctx: ActingCtx,
  number: number,
  { cap, fair, way }: BatchInput,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { contest, facts } = await lockContest(ctx, number)
    authorize(contestRules.compose, ctx.actor, facts)
    const last = await newestBatch(ctx, contest.id)
    if (last?.state === 'running') {
      if (!(await isStalled(ctx, last))) throw new Problem('contest-batch-running')
      await end(ctx, last.id, 'failed')
    }
    const id = uuidv7()
    const jobId = await enqueue(ctx, 'contest-batch', { batch: id })
    const asked = { cap, fair: fair === 'on', way: way ?? 'best' }
    const made = { createdById: ctx.actor.personId, createdAt: ctx.now }
    await ctx.db
      .insert(contestBatches)
      .values({ id, contestId: contest.id, state: 'running', jobId, asked, ...made })
    await record(ctx, 'contest.batch-asked', { kind: 'contest', id: contest.id }, { batch: id })
  })
}

/** Stops the reckoning: what waits never begins, what runs ends at its next step. */
export async function stopBatch(ctx: ActingCtx, number: number): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { contest, facts } = await lockContest(ctx, number)
    authorize(contestRules.compose, ctx.actor, facts)
    const last = await newestBatch(ctx, contest.id)
    if (last?.state !== 'running' || !last.jobId) throw new Problem('conflict')
    await cancelJob(ctx, last.jobId)
    if ((await jobOf(ctx, last.jobId)).state === 'cancelled') await end(ctx, last.id, 'cancelled')
    await record(ctx, 'contest.batch-stopped', { kind: 'contest', id: contest.id }, { batch: last.id })
  })
}

/** The newest batch of a contest, or null. */
export async function newestBatch(ctx: Pick<Ctx, 'db'>, contestId: string): Promise<BatchRow | null> {
  const [row] = await ctx.db
    .select()
    .from(contestBatches)
    .where(eq(contestBatches.contestId, contestId))
    .orderBy(desc(contestBatches.id))
    .limit(1)
  return row ?? null
}

/** How far it is, and whether nobody works on it any more. */
export async function progressOf(ctx: Ctx, batch: BatchRow) {
  const [job] = await ctx.db
    .select({ done: jobs.progress, total: jobs.total })
    .from(jobs)
    .where(eq(jobs.id, batch.jobId ?? ''))
  return { done: job?.done ?? 0, total: job?.total ?? 0, stalled: await isStalled(ctx, batch) }
}

/** True when the job was begun and its lock is free: its process is gone. */
async function isStalled(ctx: Pick<Ctx, 'db'>, { id, state, jobId }: BatchRow): Promise<boolean> {
  if (state !== 'running') return false
  const [job] = await ctx.db
    .select({ state: jobs.state })
    .from(jobs)
    .where(eq(jobs.id, jobId ?? ''))
  if (job?.state === 'queued') return false
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx.execute<{ free: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtext('rses.batch'), hashtext(${id})) as free`,
    )
    return row?.free ?? false
  })
}

/** The job: reads the field, reckons, keeps what came out. Repeating it after its end changes nothing. */
export async function runBatch({ owner, zone }: Pick<WorkServices, 'owner' | 'zone'>, job: Job) {
  const id = String(job.payload.batch)
  const stop = new AbortController()
  let done = 0
  // between steps the solver works for seconds: a wish to stop is looked for meanwhile
  const watch = setInterval(() => {
    job.progress(done).catch((error) => stop.abort(error))
  }, 700)
  try {
    return await owner.db.transaction(async (tx) => {
      const db = tx as unknown as Db
      await db.execute(sql`select pg_advisory_xact_lock(hashtext('rses.batch'), hashtext(${id}))`)
      const [row] = await db
        .select({ batch: contestBatches, contest: contests })
        .from(contestBatches)
        .innerJoin(contests, eq(contests.id, contestBatches.contestId))
        .where(and(eq(contestBatches.id, id), eq(contestBatches.state, 'running')))
      if (!row) return undefined
      const ctx: Ctx = { db, actor: null, now: new Date(), zone }
      const step = async () => {
        done += 1
        await job.progress(done)
      }
      await job.progress(0)
      const field = await fieldOf(ctx, row.contest, step)
      await job.progress(done, done + 5)
      const { cap, fair, way } = row.batch.asked as { cap: number | null; fair: boolean; way?: string }
      const result =
        way === 'lot' && cap !== null
          ? await reckonChances(row.contest, field, { cap, fair }, step, stop.signal)
          : await reckon(row.contest, field, { cap, fair }, step, stop.signal)
      const possible = result.status !== 'infeasible'
      await keep(ctx, id, possible ? 'done' : 'impossible', { ...result })
      return { works: field.works.length, experts: field.experts.length }
    })
  } catch (error) {
    const stopped = error instanceof JobCancelled || stop.signal.aborted
    await end({ db: owner.db, now: new Date() }, id, stopped ? 'cancelled' : 'failed')
    throw stopped ? new JobCancelled() : error
  } finally {
    clearInterval(watch)
  }
}

async function keep(ctx: Ctx, id: string, state: 'done' | 'impossible', result: Record<string, unknown>) {
  const change = { state, result, sha256: sha256(result), finishedAt: new Date() }
  await ctx.db
    .update(contestBatches)
    .set(change)
    .where(and(eq(contestBatches.id, id), eq(contestBatches.state, 'running')))
}

async function end(ctx: Pick<Ctx, 'db' | 'now'>, id: string, state: 'failed' | 'cancelled') {
  await ctx.db
    .update(contestBatches)
    .set({ state, finishedAt: ctx.now })
    .where(and(eq(contestBatches.id, id), eq(contestBatches.state, 'running')))
}

/** A batch that may be approved; Problem('conflict') for any other. */
export function approvable(batch: BatchRow | null): BatchRow {
  const one = found(batch)
  if (one.state !== 'done') throw new Problem('conflict')
  return one
}
