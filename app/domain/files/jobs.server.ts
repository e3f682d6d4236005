/**
 * Jobs: work over a second, with its progress, cancel and result in `jobs`, run by graphile-worker.
 *
 * A command queues a job in its own transaction, so a refused command queues nothing. A task may run more than once
 * (a process can die in its middle), so tasks are written to be repeated.
 */
import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { atomically, type Ctx } from '#app/domain/ctx.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize, capable } from '#app/domain/rules.ts'
import { jobs } from '#db/schema/index.ts'

export type JobRow = typeof jobs.$inferSelect
export type JobPayload = Record<string, unknown>

/** What a running task is given of its job. */
export interface Job {
  id: string
  payload: JobPayload
  actorId: string | null
  /** Says how far it is; throws JobCancelled when somebody asked to stop, so call it between steps. */
  progress(done: number, total?: number): Promise<void>
}

export class JobCancelled extends Error {
  override name = 'JobCancelled'
}

/** Queues a job in the command's transaction; returns its id, under which its page shows it. */
export async function enqueue(ctx: Ctx, kind: string, payload: JobPayload = {}): Promise<string> {
  if (ctx.recorded === undefined) throw new RangeError(`enqueue('${kind}') outside of atomically`)
  const id = uuidv7()
  await ctx.db
    .insert(jobs)
    .values({ id, kind, payload, actorId: ctx.actor?.personId ?? null, createdAt: ctx.now })
  await ctx.db.execute(sql`select enqueue_work('job', ${id})`)
  return id
}

/** Asks a job to stop: one that waits never begins, one that runs ends at its next step. */
export async function cancelJob(ctx: Ctx, id: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const job = found((await ctx.db.select().from(jobs).where(eq(jobs.id, id)).for('update'))[0])
    if (job.actorId === null || job.actorId !== ctx.actor?.personId)
      authorize(capable('page.admin'), ctx.actor, {})
    if (job.state !== 'queued' && job.state !== 'running') throw new Problem('conflict')
    const change = job.state === 'queued' ? { state: 'cancelled' as const, finishedAt: ctx.now } : {}
    await ctx.db
      .update(jobs)
      .set({ cancel: true, ...change })
      .where(eq(jobs.id, id))
  })
}

/** A job of the actor, or any for an administrator; others do not exist. */
export async function jobOf(ctx: Ctx, id: string): Promise<JobRow> {
  const [job] = await ctx.db.select().from(jobs).where(eq(jobs.id, id))
  const own = job?.actorId !== null && job?.actorId === ctx.actor?.personId
  return found(own || capable('page.admin')(ctx.actor, {}) === null ? job : null)
}

/** Newest jobs of all, for the administrator; `before` is the id of the last one shown. */
export async function listJobs(
  ctx: Ctx,
  before?: string,
  limit = 50,
): Promise<{ rows: JobRow[]; next?: string }> {
  authorize(capable('page.admin'), ctx.actor, {})
  const rows = await ctx.db
    .select()
    .from(jobs)
    .where(before ? lt(jobs.id, before) : undefined)
    .orderBy(desc(jobs.id))
    .limit(limit + 1)
  const next = rows.length > limit ? rows[limit - 1]?.id : undefined
  return { rows: rows.slice(0, limit), ...(next ? { next } : {}) }
}

/** How many jobs wait or run, and how many failed since the given moment. */
export async function jobCounts(ctx: Ctx, since: Date): Promise<{ waiting: number; failed: number }> {
  const [row] = await ctx.db
    .select({
      waiting: sql<number>`count(*) filter (where ${inArray(jobs.state, ['queued', 'running'])})::int`,
      failed: sql<number>`count(*) filter (where ${and(eq(jobs.state, 'failed'), sql`${jobs.createdAt} >= ${since.toISOString()}::timestamptz`)})::int`,
    })
    .from(jobs)
  return row ?? { waiting: 0, failed: 0 }
}
