/** Carrying a run out: the job behind it, work by work; refusals of single works are kept, the others go on. */
import { and, eq, sql } from 'drizzle-orm'
import { actorOfPerson } from '#app/domain/accounts/actor.server.ts'
import { type ActingCtx, atomically, dayOf } from '#app/domain/ctx.ts'
import { type Job, JobCancelled } from '#app/domain/files/jobs.server.ts'
import { keepMade } from '#app/domain/files/store.server.ts'
import type { WorkServices } from '#app/domain/files/working.server.ts'
import { record } from '#app/domain/log.server.ts'
import { contestByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { contestRuns, contests } from '#db/schema/index.ts'
import { endRun, lockOf, type RunRow } from './asking.server.ts'
import { runKinds } from './kinds.server.ts'

type Services = Pick<WorkServices, 'owner' | 'zone' | 'config'>

/** The job. Repeating it after its end changes nothing; broken off, it goes on where it was. */
export async function runContest(services: Services, job: Job, now = new Date()) {
  const { owner, zone } = services
  const id = String(job.payload.run)
  return owner.db.transaction(async (lock) => {
    const [known] = await lock.select().from(contestRuns).where(eq(contestRuns.id, id))
    if (known) await lock.execute(sql`select pg_advisory_xact_lock(${lockOf(known)})`)
    const alive = and(eq(contestRuns.id, id), eq(contestRuns.state, 'running'))
    const [run] = await owner.db.select().from(contestRuns).where(alive)
    if (!run) return undefined
    try {
      const actor = await actorOfPerson(owner.db, run.createdById, dayOf(now, zone))
      if (!actor) throw new RangeError('the run has lost its actor')
      await carryOut({ db: owner.db, actor, now, zone }, run, services.config, job)
      return { kind: run.kind }
    } catch (error) {
      await endRun({ db: owner.db, now }, id, error instanceof JobCancelled ? 'cancelled' : 'failed')
      throw error
    }
  })
}

/** Does what is left. Throws JobCancelled when somebody stopped it. */
async function carryOut(
  ctx: ActingCtx,
  run: RunRow,
  config: WorkServices['config'],
  job: Pick<Job, 'progress'>,
) {
  const kind = runKinds[run.kind]
  const [{ number } = { number: 0 }] = await ctx.db
    .select({ number: contests.number })
    .from(contests)
    .where(eq(contests.id, run.contestId))
  const { contest, facts } = await contestByNumber(ctx, number)
  authorize(kind.rule, ctx.actor, facts)
  const items = await kind.items(ctx, contest, run.asked)
  const pages = (await kind.file?.count(ctx, contest)) ?? 0
  const works = Math.max(run.total - pages, items.length)
  let done = works - items.length
  const step = async () => {
    const alive = and(eq(contestRuns.id, run.id), eq(contestRuns.state, 'running'))
    const still = await ctx.db
      .update(contestRuns)
      .set({ done, total: works + pages })
      .where(alive)
      .returning({ id: contestRuns.id })
    if (still.length === 0) throw new JobCancelled()
    await job.progress(done, works + pages)
    done += 1
  }
  const refused: RunRow['refused'] = []
  for (const { code, act } of items) {
    await step()
    await act(ctx).catch((error) => {
      if (!(error instanceof Problem)) throw error
      refused.push({ code, problem: error.code })
    })
  }
  const file = await kind.file?.make(ctx, contest, placeOf(config), step)
  await atomically(ctx, async (ctx) => {
    const about = { objectKind: 'contest-run', objectId: run.id, mediaType: kind.file?.mediaType ?? '' }
    const kept = file && (await keepMade(ctx, config.dataDir, { ...file, ...about }))
    const total = file ? pages : works
    const change = { total, done: total - refused.length, refused, fileId: kept?.id ?? null }
    if (!(await endRun(ctx, run.id, 'done', change))) throw new JobCancelled()
    if (kind.event)
      await record(ctx, kind.event, { kind: 'contest', id: contest.id }, { works: works - refused.length })
  })
}

function placeOf({ publicUrl, demo }: WorkServices['config']) {
  return {
    siteName: content().instance.name.ru,
    checkPage: (code: string) => `${publicUrl}/check/${code}`,
    demo: demo ? messagesOf('ru').shell.demo : null,
  }
}
