/**
 * Coding («шифрование»): after the formal check every admitted work gets a code by chance, and experts see the code alone.
 *
 * Codes say nothing: they are drawn without regard to the order of works. Which code is whose stands on one page of the
 * secretary; every reading of it is in the log, with its reason.
 */
import { randomInt } from 'node:crypto'
import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { type ActingCtx, atomically, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { contestNominations, contests, organisations, submissions } from '#db/schema/index.ts'
import { step } from './contesting.server.ts'
import { lockContest } from './facts.server.ts'
import { contestRules } from './rules.ts'

/** Gives the codes, once; nothing is admitted or taken back afterwards. Returns how many works have one. */
export async function codeWorks(ctx: ActingCtx, number: number): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const { contest, facts } = await lockContest(ctx, number)
    authorize(contestRules.code, ctx.actor, facts)
    const today = dayOf(ctx.now, ctx.zone)
    const open = await ctx.db
      .select({ state: submissions.state, mendUntil: submissions.mendUntil })
      .from(submissions)
      .where(and(eq(submissions.contestId, contest.id), inArray(submissions.state, ['sent', 'returned'])))
    if (open.some(({ state, mendUntil }) => state === 'sent' || (mendUntil ?? '') >= today))
      throw new Problem('contest-unchecked')
    const rows = await ctx.db
      .select({ id: submissions.id })
      .from(submissions)
      .where(and(eq(submissions.contestId, contest.id), eq(submissions.state, 'admitted')))
    if (rows.length === 0) throw new Problem('contest-empty')
    const codes = codesFor(rows.length)
    for (const [at, { id }] of rows.entries())
      await ctx.db.update(submissions).set({ code: codes[at] }).where(eq(submissions.id, id))
    await ctx.db.update(contests).set({ codedAt: ctx.now }).where(eq(contests.id, contest.id))
    await step(ctx, contest.id, 'coded', { facts: { works: rows.length } })
    await record(ctx, 'contest.coded', { kind: 'contest', id: contest.id }, { works: rows.length })
    return rows.length
  })
}

export type KeyRow = { code: string; number: number; title: string; organisation: string; nomination: string }

/** The key: whose is which code. The reading and its reason are in the log before anything is shown. */
export async function openKey(ctx: ActingCtx, number: number, reason: string): Promise<KeyRow[]> {
  return atomically(ctx, async (ctx) => {
    const { contest, facts } = await lockContest(ctx, number)
    authorize(contestRules.openKey, ctx.actor, facts)
    await step(ctx, contest.id, 'key-read', { reason })
    await record(ctx, 'contest.key-read', { kind: 'contest', id: contest.id })
    const rows = await ctx.db
      .select({
        code: sql<string>`${submissions.code}`,
        ...{ number: submissions.number, title: submissions.title },
        ...{ organisation: organisations.shortName, nomination: contestNominations.title },
      })
      .from(submissions)
      .innerJoin(organisations, eq(organisations.id, submissions.organisationId))
      .innerJoin(contestNominations, eq(contestNominations.id, submissions.nominationId))
      .where(and(eq(submissions.contestId, contest.id), isNotNull(submissions.code)))
      .orderBy(asc(submissions.code))
    return rows
  })
}

/** So many different codes of one length, none guessable from another: three digits, more where there are many works. */
export function codesFor(count: number): string[] {
  const digits = Math.max(3, String(count * 5).length)
  const [least, most] = [10 ** (digits - 1), 10 ** digits]
  const codes = new Set<string>()
  while (codes.size < count) codes.add(String(randomInt(least, most)))
  return [...codes]
}
