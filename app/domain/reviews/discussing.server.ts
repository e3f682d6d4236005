/** Discussing: a process with its stages is set on a published draft; terms may be moved while the summary is not out. */
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { moveEngagements } from '#app/domain/experts/engaging.server.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import type { Process } from '#content/types.ts'
import { discussions, stages, versions } from '#db/schema/index.ts'
import { lockDraft } from './facts.server.ts'
import { reviewRules } from './rules.ts'
import { dayAfter, isDay, lastTalkDay, type StageKind, stagesFault } from './staging.ts'
import { termEnd } from './terms.ts'
import { publishVersion } from './versioning.server.ts'
import { cleanWords } from './words.ts'

export interface StageInput {
  kind: StageKind
  title: string
  firstDay: string
  lastDay: string
}

/** The stages of a process one after another with their usual terms, beginning on a day. Problem('no-calendar'). */
export function stagesOfProcess(
  { stages, endsOnWorkingDay }: Process,
  firstDay: string,
  locale: 'ru' | 'en' = 'ru',
  calendars = content().calendars,
): StageInput[] {
  let day = firstDay
  return stages.map(({ kind, title, days, unit }) => {
    const lastDay = termEnd(day, days, { unit, endsOnWorkingDay }, calendars)
    const stage = { kind, title: title[locale], firstDay: day, lastDay }
    day = dayAfter(lastDay, 1)
    return stage
  })
}

/** Opens the discussion of the last published version, publishing the first one if none is; a draft has one discussion. */
export async function openDiscussion(
  ctx: ActingCtx,
  draftId: string,
  { process, stages: plan }: { process: string; stages: StageInput[] },
): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const { facts, discussion } = await lockDraft(ctx, draftId)
    authorize(reviewRules.openDiscussion, ctx.actor, facts)
    if (discussion) throw new Problem('conflict')
    const order = content().processes.find(({ code }) => code === process)
    if (!order) throw new Problem('invalid', {}, 'process')
    checkedPlan(plan)
    if (!facts.published) await publishFirst(ctx, draftId)
    const id = uuidv7()
    await ctx.db
      .insert(discussions)
      .values({ id, draftId, process, openedById: ctx.actor.personId, openedAt: ctx.now })
    await insertStages(ctx, id, draftId, plan, order.guestsRead ? 'public' : 'closed')
    await record(ctx, 'discussion.opened', { kind: 'draft', id: draftId }, { discussion: id, process })
    return id
  })
}

/** Moves the terms of stages, and with them how long its participants are engaged. What is over stays as it was; a stage that runs may only end on another day. */
export async function changeStages(
  ctx: ActingCtx,
  draftId: string,
  changes: { id: string; firstDay: string; lastDay: string }[],
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { facts, stages: known } = await lockDraft(ctx, draftId)
    authorize(reviewRules.changeStages, ctx.actor, facts)
    const planned = known.map((stage) => ({ ...stage, ...changes.find(({ id }) => id === stage.id) }))
    checkedPlan(planned)
    for (const [at, stage] of planned.entries()) {
      const before = known[at]
      if (!before || (before.firstDay === stage.firstDay && before.lastDay === stage.lastDay)) continue
      assertMovable(before, stage, ctx.actor.today)
      await ctx.db
        .update(stages)
        .set({ firstDay: stage.firstDay, lastDay: stage.lastDay })
        .where(eq(stages.id, stage.id))
      const facts = {
        firstDay: stage.firstDay,
        lastDay: stage.lastDay,
        before: `${before.firstDay}/${before.lastDay}`,
      }
      await record(ctx, 'stage.moved', { kind: 'stage', id: stage.id }, facts)
    }
    const lastDay = lastTalkDay(planned)
    if (lastDay) await moveEngagements(ctx, { kind: 'discussion', objectId: draftId }, lastDay)
  })
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

function checkedPlan<S extends StageInput>(plan: S[]): S[] {
  if (plan.some(({ firstDay, lastDay }) => !isDay(firstDay) || !isDay(lastDay)))
    throw new Problem('day', {}, 'stages')
  const fault = stagesFault(plan)
  if (fault) throw new Problem(fault, {}, 'stages')
  return plan
}

async function insertStages(
  ctx: Ctx,
  discussionId: string,
  draftId: string,
  plan: StageInput[],
  audience: 'public' | 'closed',
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
      versionId: found(version).id,
      audience,
    })),
  )
}
