/**
 * Asking for a run: what takes more than a second for hundreds of works is done by a job, one work after another, each in
 * a transaction of its own. What was done stays done whatever comes after; a run whose server was killed goes on from
 * there by itself, or when it is asked for again.
 *
 * The job holds an advisory lock while it lives: a run that is said to go on while its lock is free was killed.
 */
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { enqueue } from '#app/domain/files/jobs.server.ts'
import { record } from '#app/domain/log.server.ts'
import { contestByNumber, lockContest } from '#app/domain/panels/contests/facts.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { contestRuns, files, jobs } from '#db/schema/index.ts'
import { type Asked, type RunKind, runKinds } from './kinds.server.ts'

export type RunRow = typeof contestRuns.$inferSelect

/** Begins a run; returns its id. Problems: contest-run-going while one is alive, the kind's own where nothing is left. */
export async function startRun(
  ctx: ActingCtx,
  number: number,
  kind: RunKind,
  asked: Asked = {},
): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const { contest, facts } = await lockContest(ctx, number)
    const { rule, nothing, items, file } = runKinds[kind]
    authorize(rule, ctx.actor, facts)
    const last = await lastRun(ctx, contest.id, kind)
    if (last?.state === 'running') {
      if (!(await isStalled(ctx, last))) throw new Problem('contest-run-going')
      await endRun(ctx, last.id, 'failed')
    }
    const total = (await items(ctx, contest, asked)).length + ((await file?.count(ctx, contest)) ?? 0)
    if (total === 0) throw new Problem(nothing)
    const id = uuidv7()
    const jobId = await enqueue(ctx, 'contest-run', { run: id })
    const made = { createdById: ctx.actor.personId, createdAt: ctx.now }
    await ctx.db
      .insert(contestRuns)
      .values({ id, contestId: contest.id, kind, state: 'running', asked, total, jobId, ...made })
    await record(ctx, 'contest.run-asked', { kind: 'contest', id: contest.id }, { run: id, work: kind })
    return id
  })
}

/** Stops it at its next step; what was done stays done. */
export async function stopRun(ctx: ActingCtx, number: number, kind: RunKind): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { contest, facts } = await lockContest(ctx, number)
    authorize(runKinds[kind].rule, ctx.actor, facts)
    const last = found(await lastRun(ctx, contest.id, kind))
    if (last.state !== 'running') throw new Problem('conflict')
    await endRun(ctx, last.id, 'cancelled')
    await record(
      ctx,
      'contest.run-stopped',
      { kind: 'contest', id: contest.id },
      { run: last.id, work: kind },
    )
  })
}

/** How the newest run of a kind stands, for its page; null when there was none. */
export async function runState(ctx: ActingCtx, number: number, kind: RunKind) {
  const { contest, facts } = await contestByNumber(ctx, number)
  authorize(runKinds[kind].rule, ctx.actor, facts)
  const run = await lastRun(ctx, contest.id, kind)
  if (!run) return null
  const { state, total, done, refused, finishedAt, fileId } = run
  const stalled = await isStalled(ctx, run)
  return { state, total, done, refused, finishedAt, stalled, file: fileId !== null }
}

/** The file that the newest finished run of a kind made. Problem('not-found') without one. */
export async function runFile(ctx: ActingCtx, number: number, kind: RunKind) {
  const { contest, facts } = await contestByNumber(ctx, number)
  authorize(runKinds[kind].rule, ctx.actor, facts)
  const [row] = await ctx.db
    .select({ file: files })
    .from(contestRuns)
    .innerJoin(files, eq(files.id, contestRuns.fileId))
    .where(and(eq(contestRuns.contestId, contest.id), eq(contestRuns.kind, kind)))
    .orderBy(desc(contestRuns.id))
    .limit(1)
  return found(row).file
}

/** Waits a little for a run to end, so that a short one is over when its page is shown. */
export async function settled(ctx: ActingCtx, id: string, patience = 900): Promise<void> {
  for (let waited = 0; waited < patience; waited += 100) {
    const [run] = await ctx.db
      .select({ state: contestRuns.state })
      .from(contestRuns)
      .where(eq(contestRuns.id, id))
    if (run?.state !== 'running') return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Queues again every run whose server was killed; safe to repeat. Returns how many. */
export async function resumeRuns(ctx: Ctx): Promise<number> {
  const alive = await ctx.db.select().from(contestRuns).where(eq(contestRuns.state, 'running'))
  let resumed = 0
  for (const run of alive)
    if (await isStalled(ctx, run)) {
      await atomically(ctx, async (ctx) => {
        const jobId = await enqueue(ctx, 'contest-run', { run: run.id })
        await ctx.db.update(contestRuns).set({ jobId }).where(eq(contestRuns.id, run.id))
      })
      resumed += 1
    }
  return resumed
}

/** Ends a run that still goes on; false when it has ended already. */
export async function endRun(
  ctx: Pick<Ctx, 'db' | 'now'>,
  id: string,
  state: 'done' | 'failed' | 'cancelled',
  change: Partial<typeof contestRuns.$inferInsert> = {},
): Promise<boolean> {
  const ended = await ctx.db
    .update(contestRuns)
    .set({ ...change, state, asked: {}, finishedAt: ctx.now })
    .where(and(eq(contestRuns.id, id), eq(contestRuns.state, 'running')))
    .returning({ id: contestRuns.id })
  return ended.length > 0
}

/** The lock of a run: of a contest and a kind, for answers of one person. */
export const lockOf = ({ contestId, kind, createdById }: RunRow) =>
  sql`hashtext('rses.contest-run'), hashtext(${`${contestId} ${kind} ${kind === 'answers' ? createdById : ''}`})`

async function lastRun(ctx: ActingCtx, contestId: string, kind: RunKind): Promise<RunRow | null> {
  const own = kind === 'answers' ? eq(contestRuns.createdById, ctx.actor.personId) : undefined
  const [row] = await ctx.db
    .select()
    .from(contestRuns)
    .where(and(eq(contestRuns.contestId, contestId), eq(contestRuns.kind, kind), own))
    .orderBy(desc(contestRuns.id))
    .limit(1)
  return row ?? null
}

/** True when its job was begun and the lock is free: its process is gone. */
async function isStalled(ctx: Pick<Ctx, 'db'>, run: RunRow): Promise<boolean> {
  if (run.state !== 'running') return false
  const begun = and(eq(jobs.id, run.jobId ?? ''), inArray(jobs.state, ['running', 'failed', 'done']))
  const [job] = await ctx.db.select({ id: jobs.id }).from(jobs).where(begun)
  if (!job) return false
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx.execute<{ free: boolean }>(
      sql`select pg_try_advisory_xact_lock(${lockOf(run)}) as free`,
    )
    return row?.free ?? false
  })
}
