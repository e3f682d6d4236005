/**
 * Deciding: the signed order on the results is entered after the term of appeals; from here results are final, names are
 * open, diplomas are issued and the experts' work counts as finished.
 */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { checkCode } from '#app/domain/panels/conclusions/codes.ts'
import { step, tellParticipants } from '#app/domain/panels/contests/contesting.server.ts'
import { contestByNumber, lockContest } from '#app/domain/panels/contests/facts.server.ts'
import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { endEngagements } from '#app/domain/panels/invitations/engaging.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import {
  contestAppeals,
  contestDiplomas,
  contestOrders,
  contestResults,
  contests,
  issued,
  panels,
  submissions,
} from '#db/schema/index.ts'
import { appealedSince, lastRanking } from './ranking.server.ts'

/** Problems: contest-appeal-runs, contest-appeals-open, contest-unranked, day-future, contest-order-early. */
export async function decideContest(
  ctx: ActingCtx,
  number: number,
  order: { number: string; day: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { contest, facts } = await lockContest(ctx, number)
    authorize(contestRules.decide, ctx.actor, facts)
    const today = dayOf(ctx.now, ctx.zone)
    if (today <= contest.appealUntil) throw new Problem('contest-appeal-runs')
    const count = await openAppeals(ctx, contest.id)
    if (count > 0) throw new Problem('contest-appeals-open', { count })
    const last = found(await lastRanking(ctx, contest.id))
    if (await appealedSince(ctx, contest.id, last.madeAt)) throw new Problem('contest-unranked')
    if (order.day > today) throw new Problem('day-future', {}, 'day')
    if (order.day <= contest.appealUntil) throw new Problem('contest-order-early', {}, 'day')
    const { round } = last
    const made = { enteredById: ctx.actor.personId, enteredAt: ctx.now }
    await ctx.db.insert(contestOrders).values({ contestId: contest.id, round, ...order, ...made })
    await ctx.db.update(contests).set({ resultsAt: ctx.now }).where(eq(contests.id, contest.id))
    const diplomas = await issueDiplomas(ctx, contest.id, round)
    for (const id of await panelsOf(ctx, contest.id)) await endEngagements(ctx, id, 'finished')
    await step(ctx, contest.id, 'decided', { facts: { order: order.number, day: order.day } })
    await record(ctx, 'contest.decided', { kind: 'contest', id: contest.id }, { round, diplomas })
    await tellParticipants(ctx, contest, 'contest.decided')
  })
}

/** What still hinders the order, for its page. */
export async function hindrancesOf(ctx: ActingCtx, number: number) {
  const { contest, facts } = await contestByNumber(ctx, number)
  authorize(contestRules.decide, ctx.actor, facts)
  const last = found(await lastRanking(ctx, contest.id))
  return {
    ...{ number, appealUntil: contest.appealUntil },
    runs: dayOf(ctx.now, ctx.zone) <= contest.appealUntil,
    open: await openAppeals(ctx, contest.id),
    unranked: await appealedSince(ctx, contest.id, last.madeAt),
  }
}

async function openAppeals(ctx: Pick<Ctx, 'db'>, contestId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(contestAppeals)
    .innerJoin(submissions, eq(submissions.id, contestAppeals.submissionId))
    .where(
      and(
        ...[eq(submissions.contestId, contestId), eq(contestAppeals.kind, 'result')],
        isNull(contestAppeals.answeredAt),
      ),
    )
  return row?.count ?? 0
}

/** One for each award, numbered by place; the check page finds each by its code. */
async function issueDiplomas(ctx: Ctx, contestId: string, round: number): Promise<number> {
  const rows = await ctx.db
    .select({
      ...{ submissionId: submissions.id, work: submissions.number, award: contestResults.award },
      place: contestResults.place,
    })
    .from(contestResults)
    .innerJoin(submissions, eq(submissions.id, contestResults.submissionId))
    .where(
      and(
        ...[eq(contestResults.contestId, contestId), eq(contestResults.round, round)],
        inArray(contestResults.award, ['winner', 'prize']),
      ),
    )
    .orderBy(asc(submissions.nominationId), asc(contestResults.place), asc(submissions.number))
  for (const [at, { submissionId, work, award, place }] of rows.entries()) {
    if (award === 'none' || place === null) continue
    const [id, code] = [uuidv7(), checkCode()]
    const number = at + 1
    await ctx.db
      .insert(contestDiplomas)
      .values({ id, contestId, submissionId, number, award, place, code, issuedAt: ctx.now })
    const hash = sha256({ contest: contestId, round, number, work, award, place })
    await ctx.db
      .insert(issued)
      .values({ code, kind: 'contest-diploma', objectId: id, sha256: hash, issuedAt: ctx.now })
  }
  return rows.length
}

async function panelsOf(ctx: Pick<Ctx, 'db'>, contestId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: panels.id })
    .from(panels)
    .innerJoin(submissions, eq(submissions.id, panels.submissionId))
    .where(and(eq(submissions.contestId, contestId), isNull(panels.cancelledAt)))
  return rows.map(({ id }) => id)
}
