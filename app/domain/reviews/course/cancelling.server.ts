/** Cancelling: a discussion ends without a summary («снято с обсуждения»); the text and what was said stay readable. */
import { eq } from 'drizzle-orm'
import { type ActingCtx, atomically, dayOf } from '#app/domain/ctx.ts'
import { moveEngagements } from '#app/domain/experts/engaging.server.ts'
import { record } from '#app/domain/log.server.ts'
import { found } from '#app/domain/problem.ts'
import { lockDraft } from '#app/domain/reviews/facts.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { discussions, innerDiscussions } from '#db/schema/index.ts'
import { addStep, saidWhy, tellTakers } from './steps.server.ts'

/** Ends the discussion with a reason and the document it follows, and tells everybody who takes part. */
export async function cancelDiscussion(
  ctx: ActingCtx,
  draftId: string,
  why: { reason: string; ground: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { draft, facts, discussion } = await lockDraft(ctx, draftId)
    authorize(reviewRules.cancel, ctx.actor, facts)
    const { id: discussionId } = found(discussion)
    await ctx.db
      .update(discussions)
      .set({ cancelledAt: ctx.now, pausedAt: null })
      .where(eq(discussions.id, discussionId))
    // the organisation may call its people anew
    if (facts.inner)
      await ctx.db
        .update(innerDiscussions)
        .set({ endedAt: ctx.now })
        .where(eq(innerDiscussions.draftId, draftId))
    const today = dayOf(ctx.now, ctx.zone)
    await moveEngagements(ctx, { kind: 'discussion', objectId: draftId }, today, 'finished')
    const id = await addStep(ctx, draftId, { kind: 'cancelled', ...saidWhy(why, true) })
    await record(ctx, 'discussion.cancelled', { kind: 'draft', id: draftId }, { step: id })
    await tellTakers(ctx, draft, 'discussion.cancelled', { kind: 'step', id })
  })
}
