/**
 * The formal check: a work is admitted, returned once with a term to mend it, or refused with a reason; a refusal may
 * be appealed once, and an appeal that is upheld admits the work.
 */
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { contestAppeals, submissions } from '#db/schema/index.ts'
import { lockWork, type WorkState } from './facts.server.ts'
import type { AnswerForm, CheckForm } from './forms.ts'
import { workRules } from './rules.ts'

/** Decides on a sent work. It is returned once only: whoever could mend it and did not is admitted or refused. */
export async function checkWork(
  ctx: ActingCtx,
  number: number,
  { decision, reason }: z.output<typeof CheckForm>,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockWork(ctx, number)
    authorize(workRules.check, ctx.actor, state.facts)
    const { work, contest } = state
    if (decision === 'returned' && work.checkedAt !== null)
      throw new Problem('work-returned-once', {}, 'decision')
    const today = Date.parse(dayOf(ctx.now, ctx.zone))
    const mendUntil = new Date(today + contest.mendDays * 86_400_000).toISOString().slice(0, 10)
    const term = decision === 'returned' ? { mendUntil } : { mendUntil: null }
    await ctx.db
      .update(submissions)
      .set({ state: decision, checkedAt: ctx.now, checkReason: reason, ...term })
      .where(eq(submissions.id, work.id))
    await record(ctx, `work.${decision}`, { kind: 'submission', id: work.id })
    await tell(ctx, state, `work.${decision}`, decision === 'returned' ? { until: mendUntil } : {})
  })
}

/** Objects to a refusal, once. */
export async function appealCheck(ctx: ActingCtx, number: number, words: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { work, facts } = await lockWork(ctx, number)
    authorize(workRules.appealCheck, ctx.actor, facts)
    await fileAppeal(ctx, work.id, 'check', words)
  })
}

/** Answers the objection with reasons; upheld, the work is admitted. */
export async function answerCheckAppeal(
  ctx: ActingCtx,
  number: number,
  { upheld, answer }: z.output<typeof AnswerForm>,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockWork(ctx, number)
    authorize(workRules.answerCheck, ctx.actor, state.facts)
    const { work } = state
    await answerAppeal(ctx, work.id, 'check', { upheld: upheld === 'yes', answer })
    if (upheld === 'yes') {
      const change = { state: 'admitted' as const, checkedAt: ctx.now }
      await ctx.db.update(submissions).set(change).where(eq(submissions.id, work.id))
    }
    await tell(ctx, state, 'work.appeal-answered')
  })
}

/** Keeps an appeal. Problem('appeal-once') for a second of its kind. */
export async function fileAppeal(
  ctx: ActingCtx,
  submissionId: string,
  kind: 'check' | 'result',
  words: string,
): Promise<void> {
  if (await appealOf(ctx, submissionId, kind)) throw new Problem('appeal-once')
  const id = uuidv7()
  const row = { id, submissionId, kind, words, authorId: ctx.actor.personId, sentAt: ctx.now }
  await ctx.db.insert(contestAppeals).values(row)
  await record(ctx, 'work.appealed', { kind: 'submission', id: submissionId }, { appeal: kind })
}

/** Writes the answer. Problem('not-found') without an appeal, 'appeal-answered' for a second answer. */
export async function answerAppeal(
  ctx: ActingCtx,
  submissionId: string,
  kind: 'check' | 'result',
  { upheld, answer }: { upheld: boolean; answer: string },
): Promise<void> {
  const appeal = found(await appealOf(ctx, submissionId, kind))
  if (appeal.answeredAt) throw new Problem('appeal-answered')
  await ctx.db
    .update(contestAppeals)
    .set({ upheld: upheld ? 1 : 0, answer, answeredById: ctx.actor.personId, answeredAt: ctx.now })
    .where(eq(contestAppeals.id, appeal.id))
  await record(
    ctx,
    'work.appeal-answered',
    { kind: 'submission', id: submissionId },
    { appeal: kind, upheld },
  )
}

/** The appeal of a work, or null. */
export async function appealOf(ctx: Pick<Ctx, 'db'>, submissionId: string, kind: 'check' | 'result') {
  const [row] = await ctx.db
    .select()
    .from(contestAppeals)
    .where(and(eq(contestAppeals.submissionId, submissionId), eq(contestAppeals.kind, kind)))
  return row ?? null
}

/** How many works of a contest are in each state; drafts are nobody's business. */
export async function countsOf(ctx: Pick<Ctx, 'db'>, contestId: string) {
  const rows = await ctx.db
    .select({ state: submissions.state, count: sql<number>`count(*)::int` })
    .from(submissions)
    .where(and(eq(submissions.contestId, contestId), sql`${submissions.sentAt} is not null`))
    .groupBy(submissions.state)
  return Object.fromEntries(rows.map(({ state, count }) => [state, count])) as Partial<
    Record<(typeof submissions.$inferSelect)['state'], number>
  >
}

async function tell(
  ctx: Ctx,
  { work, contest }: WorkState,
  kind: string,
  facts: Record<string, string> = {},
) {
  await notify(ctx, work.authorId, kind, {
    ...{ objectKind: 'submission', objectId: work.id, address: `/works/${work.number}` },
    facts: { title: work.title, contest: contest.title, ...facts },
  })
}
