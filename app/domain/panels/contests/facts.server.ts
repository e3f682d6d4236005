/** The facts that rules of contests weigh, read within reach; under a lock where a command decides by them. */
import { and, asc, eq, type SQL } from 'drizzle-orm'
import { type Ctx, dayOf, viewerOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { contestVisibleTo, workVisibleTo } from '#db/reach/contests.ts'
import { contestNominations, contests, organisations, submissions } from '#db/schema/index.ts'
import type { ContestFacts, WorkFacts } from './rules.ts'
import { stageOf, takesWorks } from './stage.ts'

export type ContestRow = typeof contests.$inferSelect
export type WorkRow = typeof submissions.$inferSelect
export interface ContestState {
  contest: ContestRow
  organisation: string
  facts: ContestFacts
}
export interface WorkState {
  work: WorkRow
  organisation: string
  nomination: string
  contest: ContestRow
  facts: WorkFacts
}

/** A contest within reach by its public number; Problem('not-found') otherwise. */
export async function contestByNumber(ctx: Ctx, number: number): Promise<ContestState> {
  return contestState(ctx, eq(contests.number, number))
}

/** The same after waiting for whoever changes it now. */
export async function lockContest(ctx: Ctx, number: number): Promise<ContestState> {
  await ctx.db.select({ id: contests.id }).from(contests).where(eq(contests.number, number)).for('update')
  return contestByNumber(ctx, number)
}

/** A work within reach by its number; Problem('not-found') otherwise. */
export async function workByNumber(ctx: Ctx, number: number): Promise<WorkState> {
  const [row] = await ctx.db
    .select({
      work: submissions,
      contest: contests,
      nomination: contestNominations.title,
      organisation: organisations.name,
      municipalityId: organisations.municipalityId,
      tier: organisations.tier,
    })
    .from(submissions)
    .innerJoin(contests, eq(contests.id, submissions.contestId))
    .innerJoin(contestNominations, eq(contestNominations.id, submissions.nominationId))
    .innerJoin(organisations, eq(organisations.id, submissions.organisationId))
    .where(and(eq(submissions.number, number), workVisibleTo(viewerOf(ctx))))
  const { work, contest, organisation, nomination, municipalityId, tier } = found(row)
  const today = dayOf(ctx.now, ctx.zone)
  const home = {
    organisationId: work.organisationId,
    ...(tier === 'municipal' ? { municipalityId } : {}),
  }
  const mends = work.state === 'returned' && work.mendUntil !== null && today <= work.mendUntil
  const stage = stageOf(contest, ctx.now, today)
  const inTime = stage === 'appeal' ? today <= contest.appealUntil : takesWorks(contest, ctx.now) || mends
  const place = { organisationId: contest.organisationId }
  return { work, organisation, nomination, contest, facts: { home, place, stage, state: work.state, inTime } }
}

/** The same under the locks of the contest's terms (shared: works do not wait for each other) and of the work. */
export async function lockWork(ctx: Ctx, number: number): Promise<WorkState> {
  const [known] = await ctx.db
    .select({ id: submissions.id, contestId: submissions.contestId })
    .from(submissions)
    .where(eq(submissions.number, number))
  const { id, contestId } = found(known)
  await ctx.db.select({ id: contests.id }).from(contests).where(eq(contests.id, contestId)).for('share')
  await ctx.db.select({ id: submissions.id }).from(submissions).where(eq(submissions.id, id)).for('update')
  return workByNumber(ctx, number)
}

/** Nominations of a contest, in their order. */
export function nominationsOf(ctx: Pick<Ctx, 'db'>, contestId: string) {
  return ctx.db
    .select()
    .from(contestNominations)
    .where(eq(contestNominations.contestId, contestId))
    .orderBy(asc(contestNominations.position))
}

async function contestState(ctx: Ctx, condition: SQL): Promise<ContestState> {
  const [row] = await ctx.db
    .select({
      contest: contests,
      organisation: organisations.name,
      municipalityId: organisations.municipalityId,
    })
    .from(contests)
    .innerJoin(organisations, eq(organisations.id, contests.organisationId))
    .where(and(condition, contestVisibleTo(viewerOf(ctx))))
  const { contest, organisation, municipalityId } = found(row)
  const place = { organisationId: contest.organisationId, municipalityId }
  const stage = stageOf(contest, ctx.now, dayOf(ctx.now, ctx.zone))
  return { contest, organisation, facts: { place, stage } }
}
