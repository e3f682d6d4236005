/** Discussing: a process with its stages is set on a published draft; terms may be moved while the summary is not out. */
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { moveEngagements } from '#app/domain/experts/engaging.server.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { lockDraft, type StageRow } from '#app/domain/reviews/facts.server.ts'
import { assertWithinOpen } from '#app/domain/reviews/inner/inner-term.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { publishVersion } from '#app/domain/reviews/versions/versioning.server.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import type { Process } from '#content/types.ts'
import { discussions, remarks, stages, versions } from '#db/schema/index.ts'
import { checkedPlan, limitsOf, orderOf, type StageInput } from './planning.ts'
import { lastTalkDay } from './staging.ts'
import { addStep, moveStages } from './steps.server.ts'
import type { Span, TermLimits } from './terms.ts'

/**
 * Opens the discussion of the last published version, publishing the first one if none is. A draft has one discussion;
 * one that was cancelled before anybody said a word can be opened anew.
 */
export async function openDiscussion(
  ctx: ActingCtx,
  draftId: string,
  { process, stages: plan }: { process: string; stages: StageInput[] },
  calendars = content().calendars,
): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const { facts, discussion } = await lockDraft(ctx, draftId)
    authorize(reviewRules.openDiscussion, ctx.actor, facts)
    if (!facts.published) await publishFirst(ctx, draftId)
    return setStages(ctx, { draftId, discussion }, { process, stages: plan }, calendars)
  })
}

/** Sets the stages of a process on a published draft, in the command that has asked whether it may. */
export async function setStages(
  ctx: ActingCtx,
  { draftId, discussion }: { draftId: string; discussion: typeof discussions.$inferSelect | null },
  { process, stages: plan }: { process: string; stages: StageInput[] },
  calendars = content().calendars,
): Promise<string> {
  const order = content().processes.find(({ code }) => code === process)
  if (!order) throw new Problem('invalid', {}, 'process')
  const planned = checkedPlan(
    plan.map((stage, at) => ruled(order, stage, at)),
    calendars,
  )
  const id = await freshDiscussion(ctx, draftId, process, discussion)
  await insertStages(ctx, id, draftId, planned, order)
  await addStep(ctx, draftId, { kind: 'opened', facts: { process } })
  await record(ctx, 'discussion.opened', { kind: 'draft', id: draftId }, { discussion: id, process })
  return id
}

/**
 * Moves the terms of stages, and with them how long its participants are engaged. What is over stays as it was; a stage
 * that runs may only end on another day. Limits of the order hold for what is moved.
 */
export async function changeStages(
  ctx: ActingCtx,
  draftId: string,
  changes: { id: string; firstDay: string; lastDay: string }[],
  reason = '',
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { facts, stages: known } = await lockDraft(ctx, draftId)
    authorize(reviewRules.changeStages, ctx.actor, facts)
    const planned = known.map((stage) => ({
      ...{ ...stage, ...changes.find(({ id }) => id === stage.id) },
      limits: limitsOf(stage),
    }))
    const before = new Map(known.map((stage) => [stage.id, stage]))
    const isMoved = ({ id, firstDay, lastDay }: (typeof planned)[number]) =>
      before.get(id)?.firstDay !== firstDay || before.get(id)?.lastDay !== lastDay
    checkedPlan(planned, content().calendars, isMoved)
    await assertWithinOpen(ctx, draftId, planned, 'stages')
    const moved = planned.filter(isMoved)
    for (const stage of moved) assertMovable(found(before.get(stage.id)), stage, ctx.actor.today)
    await moveStages(ctx, known, planned)
    for (const stage of moved) await recordMove(ctx, draftId, found(before.get(stage.id)), stage, reason)
    const lastDay = lastTalkDay(planned)
    if (lastDay) await moveEngagements(ctx, { kind: 'discussion', objectId: draftId }, lastDay)
  })
}

async function recordMove(
  ctx: ActingCtx,
  draftId: string,
  before: StageRow,
  after: Span,
  words: string,
): Promise<void> {
  const days = {
    before: `${before.firstDay}/${before.lastDay}`,
    firstDay: after.firstDay,
    lastDay: after.lastDay,
  }
  const reason = cleanWords(words, 'reason', content().settings.text.reason, { required: false })
  await addStep(ctx, draftId, { kind: 'moved', stage: before.title, reason, facts: days })
  await record(ctx, 'stage.moved', { kind: 'stage', id: before.id }, days)
}

async function publishFirst(ctx: ActingCtx, draftId: string): Promise<void> {
  const [version] = await ctx.db
    .select({ id: versions.id })
    .from(versions)
    .where(eq(versions.draftId, draftId))
  await publishVersion(ctx, found(version).id)
}

function assertMovable(before: StageInput, after: StageInput, today: string): void {
  if (before.firstDay <= today && before.firstDay !== after.firstDay) throw new Problem('stage-began')
  if (before.lastDay < today && before.lastDay !== after.lastDay && after.lastDay < today)
    throw new Problem('stage-over')
  if (before.firstDay > today && after.firstDay < today) throw new Problem('term-past')
  if (after.lastDay < today && before.lastDay >= today) throw new Problem('term-past')
}

/** A planned stage with what the order says of it. */
function ruled(order: Process, stage: StageInput, at: number) {
  const rule = orderOf(order, at, stage.kind)
  const { endsOnWorkingDay } = order
  const limits: TermLimits = rule
    ? { unit: rule.unit, min: rule.min, max: rule.max, endsOnWorkingDay }
    : { unit: 'calendar', min: null, max: null, endsOnWorkingDay }
  return { ...stage, limits, rule }
}

/** A new discussion, or the cancelled one begun anew when nothing was said in it. */
async function freshDiscussion(
  ctx: ActingCtx,
  draftId: string,
  process: string,
  before: typeof discussions.$inferSelect | null,
): Promise<string> {
  const values = { process, openedById: ctx.actor.personId, openedAt: ctx.now, cancelledAt: null }
  if (!before) {
    const id = uuidv7()
    await ctx.db.insert(discussions).values({ id, draftId, ...values })
    return id
  }
  if (!before.cancelledAt) throw new Problem('conflict')
  const [said] = await ctx.db
    .select({ id: remarks.id })
    .from(remarks)
    .where(eq(remarks.draftId, draftId))
    .limit(1)
  if (said) throw new Problem('discussion-spoken')
  await ctx.db.delete(stages).where(eq(stages.discussionId, before.id))
  await ctx.db.update(discussions).set(values).where(eq(discussions.id, before.id))
  return before.id
}

async function insertStages(
  ctx: Ctx,
  discussionId: string,
  draftId: string,
  plan: readonly ReturnType<typeof ruled>[],
  order: Process,
) {
  const [version] = await ctx.db
    .select({ id: versions.id })
    .from(versions)
    .where(and(eq(versions.draftId, draftId), isNotNull(versions.publishedAt)))
    .orderBy(desc(versions.number))
    .limit(1)
  const title = content().settings.text.title
  await ctx.db.insert(stages).values(
    plan.map((stage, at) => ({
      discussionId,
      position: at + 1,
      kind: stage.kind,
      title: cleanWords(stage.title, 'stages', title),
      firstDay: stage.firstDay,
      lastDay: stage.lastDay,
      unit: stage.limits.unit,
      minDays: stage.limits.min,
      maxDays: stage.limits.max,
      endsOnWorkingDay: stage.limits.endsOnWorkingDay,
      basis: stage.rule ? basisOf(stage.rule.basis) : '',
      who: stage.who ?? stage.rule?.who ?? ['participant'],
      versionId: found(version).id,
      audience: order.guestsRead ? ('public' as const) : ('closed' as const),
    })),
  )
}

/** «Приказ от 17.07.2023 № 02/1765, задачи 2.3 и 3.1», as it stood on the day of opening. */
function basisOf({ document, place }: { document: string; place: string }): string {
  const { documents, documentKinds } = content()
  const known = documents.find(({ code }) => code === document)
  const kind = documentKinds.find(({ code }) => code === known?.kind)?.title.ru ?? ''
  return known ? `${kind} от ${known.date.split('-').reverse().join('.')} № ${known.number}, ${place}` : place
}
