/** Pausing: terms stand still and nothing is taken; resumed, as much is left of the stage as was left, in its unit. */
import { eq } from 'drizzle-orm'
import { type ActingCtx, atomically, dayOf } from '#app/domain/ctx.ts'
import { moveEngagements } from '#app/domain/experts/engaging.server.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { lockDraft } from '#app/domain/reviews/facts.server.ts'
import { withinOpen } from '#app/domain/reviews/inner/inner-term.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { discussions } from '#db/schema/index.ts'
import { resumedOn } from './planning.ts'
import { lastTalkDay, stageNow } from './staging.ts'
import { addStep, moveStages, saidWhy, tellTakers } from './steps.server.ts'

/** Stops the terms of a discussion that has stages still to end. */
export async function pauseDiscussion(
  ctx: ActingCtx,
  draftId: string,
  why: { reason: string; ground?: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { draft, facts, stages, discussion } = await lockDraft(ctx, draftId)
    authorize(reviewRules.pause, ctx.actor, facts)
    const { stage, progress } = stageNow(stages, ctx.now, ctx.zone)
    if (progress === 'none' || progress === 'over') throw new Problem('stage-over')
    const { id: discussionId } = found(discussion)
    await ctx.db.update(discussions).set({ pausedAt: ctx.now }).where(eq(discussions.id, discussionId))
    const id = await addStep(ctx, draftId, { kind: 'paused', stage: stage?.title ?? '', ...saidWhy(why) })
    await record(ctx, 'discussion.paused', { kind: 'draft', id: draftId }, { step: id })
    await tellTakers(ctx, draft, 'discussion.paused', { kind: 'step', id })
  })
}

/** Lets the terms go on; returns the last day on which remarks are taken, or null when they are not. */
export async function resumeDiscussion(
  ctx: ActingCtx,
  draftId: string,
  why: { reason: string; ground?: string },
): Promise<string | null> {
  return atomically(ctx, async (ctx) => {
    const { draft, facts, stages, discussion } = await lockDraft(ctx, draftId)
    authorize(reviewRules.resume, ctx.actor, facts)
    const { id: discussionId, pausedAt } = found(discussion)
    const paused = dayOf(found(pausedAt), ctx.zone)
    const planned = resumedOn(stages, paused, dayOf(ctx.now, ctx.zone), content().calendars)
    const moved = await moveStages(ctx, stages, await withinOpen(ctx, draftId, planned))
    await ctx.db.update(discussions).set({ pausedAt: null }).where(eq(discussions.id, discussionId))
    const last = lastTalkDay(moved)
    if (last) await moveEngagements(ctx, { kind: 'discussion', objectId: draftId }, last)
    const { stage } = stageNow(moved, ctx.now, ctx.zone)
    const days = stage && {
      before: stages.find(({ id }) => id === stage.id)?.lastDay ?? '',
      after: stage.lastDay,
    }
    const step = { stage: stage?.title ?? '', ...saidWhy(why), facts: days ?? {} }
    const id = await addStep(ctx, draftId, { kind: 'resumed', ...step })
    await record(ctx, 'discussion.resumed', { kind: 'draft', id: draftId }, { step: id, ...days })
    await tellTakers(
      ctx,
      draft,
      'discussion.resumed',
      { kind: 'step', id },
      stage ? { until: stage.lastDay } : {},
    )
    return last
  })
}
