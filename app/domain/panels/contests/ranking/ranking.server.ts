/**
 * Ranking: places are published as preliminary results, by code; appeals run from there. After an appeal that was upheld
 * they are published anew, and the earlier ranking stays beside.
 */
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { step, tellParticipants } from '#app/domain/panels/contests/contesting.server.ts'
import { contestByNumber, lockContest, nominationsOf } from '#app/domain/panels/contests/facts.server.ts'
import { contestRules } from '#app/domain/panels/contests/rules.ts'
import type { WorkCourse } from '#app/domain/panels/contests/running/next.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import {
  contestAppeals,
  contestRankings,
  contestResults,
  contests,
  sheetClosings,
  submissions,
} from '#db/schema/index.ts'
import { reckonedOf } from './reckoned.server.ts'

/**
 * Publishes a ranking; returns its round. Sheets that are not in are closed then and count nowhere: `reason` says why
 * they were not waited for. Problems: contest-sheets-missing, nothing-changed.
 */
export async function rankContest(ctx: ActingCtx, number: number, reason: string): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const { contest, facts } = await lockContest(ctx, number)
    authorize(contestRules.rank, ctx.actor, facts)
    const last = await lastRanking(ctx, contest.id)
    if (last && !(await appealedSince(ctx, contest.id, last.madeAt))) throw new Problem('nothing-changed')
    const { body, scores, unsent, courses } = await reckonedOf(ctx, contest)
    if (scores.every(({ score }) => score.score === null)) throw new Problem('contest-no-marks')
    const lacking = Math.max(unsent, body.missing.length)
    if (!last && lacking > 0 && facts.stage === 'judging')
      throw new Problem('contest-sheets-missing', { count: lacking })
    if (!last && lacking > 0 && reason === '') throw new Problem('required', {}, 'reason')
    await closeUnsent(ctx, courses, reason)
    const round = (last?.round ?? 0) + 1
    const hash = sha256({ contest: number, round, body, works: scores.map(({ id: _, ...one }) => one) })
    const made = { madeById: ctx.actor.personId, madeAt: ctx.now }
    await ctx.db.insert(contestRankings).values({
      id: uuidv7(),
      contestId: contest.id,
      round,
      body: { ...body },
      reason,
      sha256: hash,
      ...made,
    })
    await ctx.db.insert(contestResults).values(
      scores.map(({ id, score, place, award }) => ({
        ...{ id: uuidv7(), contestId: contest.id, submissionId: id, round, place, award },
        ...{ score: { ...score }, createdAt: ctx.now },
      })),
    )
    if (!contest.rankedAt)
      await ctx.db.update(contests).set({ rankedAt: ctx.now }).where(eq(contests.id, contest.id))
    await step(ctx, contest.id, 'ranked', { reason, facts: { works: scores.length, round } })
    await record(ctx, 'contest.ranked', { kind: 'contest', id: contest.id }, { round, sha256: hash })
    await tellParticipants(ctx, contest, 'contest.ranked')
    return round
  })
}

/** The ranking as it would be, for who may publish it; with whether it may be, and what hinders. */
export async function previewRanking(ctx: ActingCtx, number: number) {
  const { contest, facts } = await contestByNumber(ctx, number)
  authorize(contestRules.rank, ctx.actor, facts)
  const last = await lastRanking(ctx, contest.id)
  const reckoned = await reckonedOf(ctx, contest)
  const changed = last ? await appealedSince(ctx, contest.id, last.madeAt) : true
  const nominations = await nominationsOf(ctx, contest.id)
  return { contest, facts, last, changed, nominations, ...reckoned }
}

/** The newest published ranking of a contest, or null. */
export async function lastRanking(ctx: Pick<Ctx, 'db'>, contestId: string) {
  const [row] = await ctx.db
    .select()
    .from(contestRankings)
    .where(eq(contestRankings.contestId, contestId))
    .orderBy(desc(contestRankings.round))
    .limit(1)
  return row ?? null
}

/** True when an appeal against a result was upheld after that moment. */
export async function appealedSince(ctx: Pick<Ctx, 'db'>, contestId: string, moment: Date): Promise<boolean> {
  const rows = await ctx.db
    .select({ at: contestAppeals.answeredAt })
    .from(contestAppeals)
    .innerJoin(submissions, eq(submissions.id, contestAppeals.submissionId))
    .where(
      and(
        ...[eq(submissions.contestId, contestId), eq(contestAppeals.kind, 'result')],
        ...[eq(contestAppeals.upheld, 1), isNotNull(contestAppeals.answeredAt)],
      ),
    )
  return rows.some(({ at }) => at !== null && at >= moment)
}

/** Nothing is sent into a ranking that is out: sheets that are not in are closed, and say so. */
async function closeUnsent(ctx: ActingCtx, courses: readonly WorkCourse[], reason: string) {
  const open = courses.filter(({ closed, sheets, sent }) => !closed && sent < sheets)
  if (open.length === 0) return
  await ctx.db
    .insert(sheetClosings)
    .values(
      open.map(({ panelId, size, sent }) => ({
        ...{ panelId, reason, dissent: '', needed: size, sent, missing: [] },
        ...{ closedById: ctx.actor.personId, closedAt: ctx.now },
      })),
    )
    .onConflictDoNothing()
}
