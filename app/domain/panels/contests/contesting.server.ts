/**
 * Contesting: a contest is prepared, announced, and its terms changed with a reason that everybody can read.
 *
 * Terms are moments of the instance's clock; none may contradict another, and a term that has passed is not moved.
 */
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { newestForm } from '#app/domain/questionnaires/publishing.server.ts'
import { saidAgain } from '#app/domain/reviews/remarks/repeating.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { contestNominations, contestSteps, contests, organisations, submissions } from '#db/schema/index.ts'
import { clockAt, momentAt } from './clock.ts'
import { type ContestRow, lockContest, nominationsOf } from './facts.server.ts'
import type { ContestEdit, ContestInput } from './forms.ts'
import { contestRules } from './rules.ts'
import { contradictionOf } from './stage.ts'

/** Prepares a contest for an organisation; returns its public number. Sent again at once, it is the first one. */
export async function createContest(ctx: ActingCtx, input: ContestInput): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const { organisationId, ...asked } = input
    const [organisation] = await ctx.db
      .select({ id: organisations.id, municipalityId: organisations.municipalityId })
      .from(organisations)
      .where(eq(organisations.id, organisationId))
      .for('update')
    const { municipalityId } = found(organisation)
    authorize(contestRules.create, ctx.actor, {
      place: { organisationId, municipalityId },
      stage: 'prepared',
    })
    const values = await valuesOf(ctx, asked)
    if (values.closesAt <= ctx.now) throw new Problem('term-past', {}, 'closesAt')
    const [same] = await ctx.db
      .select({ number: contests.number })
      .from(contests)
      .where(
        saidAgain(ctx, contests, { organisationId, title: values.title, createdById: ctx.actor.personId }),
      )
    if (same) return same.number
    const id = uuidv7()
    const made = { id, organisationId, createdById: ctx.actor.personId, createdAt: ctx.now }
    const [row] = await ctx.db
      .insert(contests)
      .values({ ...values, ...made })
      .returning({ number: contests.number })
    await record(ctx, 'contest.prepared', { kind: 'contest', id })
    return found(row).number
  })
}

/** Changes a contest; once it is announced a reason is needed, participants are told, and the change is shown. */
export async function changeContest(ctx: ActingCtx, number: number, edit: ContestEdit): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { contest, facts } = await lockContest(ctx, number)
    authorize(contestRules.change, ctx.actor, facts)
    const { reason, edition, ...asked } = edit
    if (edition !== contest.edition) throw new Problem('stale')
    const values = await valuesOf(ctx, asked)
    const announced = contest.announcedAt !== null
    if (announced && reason === '') throw new Problem('required', {}, 'reason')
    refuseMovedPast(ctx, contest, values)
    const facts_ = changesOf(ctx, contest, values)
    await ctx.db
      .update(contests)
      .set({ ...values, edition: edition + 1 })
      .where(eq(contests.id, contest.id))
    await record(ctx, 'contest.changed', { kind: 'contest', id: contest.id }, { edition: edition + 1 })
    if (!announced) return
    await step(ctx, contest.id, 'changed', { reason, facts: facts_ })
    await tellParticipants(ctx, contest, 'contest.changed')
  })
}

/** Makes it public; works are taken from its opening. Problem('contest-no-nomination') without one. */
export async function announceContest(ctx: ActingCtx, number: number): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { contest, facts } = await lockContest(ctx, number)
    authorize(contestRules.announce, ctx.actor, facts)
    if ((await nominationsOf(ctx, contest.id)).length === 0) throw new Problem('contest-no-nomination')
    if (contest.closesAt <= ctx.now) throw new Problem('term-past', {}, 'closesAt')
    await ctx.db.update(contests).set({ announcedAt: ctx.now }).where(eq(contests.id, contest.id))
    await step(ctx, contest.id, 'announced')
    await record(ctx, 'contest.announced', { kind: 'contest', id: contest.id })
  })
}

/** Ends a contest before its results; whoever handed a work in is told why. */
export async function cancelContest(ctx: ActingCtx, number: number, reason: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { contest, facts } = await lockContest(ctx, number)
    authorize(contestRules.cancel, ctx.actor, facts)
    await ctx.db
      .update(contests)
      .set({ cancelledAt: ctx.now, cancelReason: reason })
      .where(eq(contests.id, contest.id))
    await step(ctx, contest.id, 'cancelled', { reason })
    await record(ctx, 'contest.cancelled', { kind: 'contest', id: contest.id })
    await tellParticipants(ctx, contest, 'contest.cancelled')
  })
}

/** Everybody who handed a work in and did not take it back. */
export async function tellParticipants(ctx: Ctx, contest: ContestRow, kind: string): Promise<void> {
  const rows = await ctx.db
    .selectDistinct({ id: submissions.authorId })
    .from(submissions)
    .where(
      and(
        eq(submissions.contestId, contest.id),
        isNotNull(submissions.sentAt),
        sql`${submissions.state} <> 'withdrawn'`,
      ),
    )
  const told = rows.map(({ id }) => id)
  await notifyAll(ctx, told, kind, {
    ...{ objectKind: 'contest', objectId: contest.id, address: `/contests/${contest.number}` },
    facts: { title: contest.title },
  })
}

type Kind = (typeof contestSteps.$inferInsert)['kind']

/** Writes down what was done with a contest, for everybody to read. */
export async function step(
  ctx: ActingCtx,
  contestId: string,
  kind: Kind,
  { reason = '', facts = {} }: { reason?: string; facts?: Record<string, string | number> } = {},
): Promise<void> {
  const made = { madeById: ctx.actor.personId, madeAt: ctx.now }
  await ctx.db.insert(contestSteps).values({ id: uuidv7(), contestId, kind, reason, facts, ...made })
}

/** What was done with it, the newest first. */
export function stepsOf(ctx: Pick<Ctx, 'db'>, contestId: string) {
  return ctx.db
    .select({
      kind: contestSteps.kind,
      reason: contestSteps.reason,
      facts: contestSteps.facts,
      at: contestSteps.madeAt,
    })
    .from(contestSteps)
    .where(eq(contestSteps.contestId, contestId))
    .orderBy(desc(contestSteps.id))
    .limit(100)
}

async function valuesOf(ctx: Ctx, asked: Omit<ContestInput, 'organisationId'>) {
  const { questionnaire, opensAt, closesAt, ...rest } = asked
  const { id: questionnaireVersionId } = await newestForm(ctx, questionnaire)
  const moments = { opensAt: momentAt(opensAt, ctx.zone), closesAt: momentAt(closesAt, ctx.zone) }
  const values = { ...rest, ...moments, questionnaireVersionId }
  const wrong = contradictionOf(values, (moment) => dayOf(moment, ctx.zone))
  if (wrong) throw new Problem(wrong.code, {}, wrong.field)
  return values
}

type Values = Awaited<ReturnType<typeof valuesOf>>

/** A term that is over stays where it was, and none is set into the past: works were taken by it. */
function refuseMovedPast(ctx: Ctx, contest: ContestRow, values: Values) {
  for (const field of ['opensAt', 'closesAt'] as const) {
    const moved = contest[field].getTime() !== values[field].getTime()
    const over = contest.announcedAt !== null && (contest[field] <= ctx.now || values[field] <= ctx.now)
    if (moved && over) throw new Problem('contest-term-over', {}, field)
  }
}

const shown = [
  'title',
  'opensAt',
  'closesAt',
  'judgedUntil',
  'appealUntil',
  'perWork',
  'load',
  'mendDays',
] as const

function changesOf(ctx: Ctx, before: ContestRow, after: Values): Record<string, string | number> {
  const word = (value: string | number | Date) => (value instanceof Date ? clockAt(value, ctx.zone) : value)
  const changes = shown.flatMap((field) => {
    const [from, to] = [word(before[field]), word(after[field])]
    return from === to ? [] : [[`${field}.before`, from] as const, [`${field}.after`, to] as const]
  })
  return Object.fromEntries(changes)
}

/** Its nomination with this id; Problem('not-found') for one of another contest. */
export async function nominationOf(ctx: Pick<Ctx, 'db'>, contestId: string, id: string) {
  const [row] = await ctx.db
    .select()
    .from(contestNominations)
    .where(and(eq(contestNominations.id, id), eq(contestNominations.contestId, contestId)))
  return found(row)
}
