/** Withdrawing and discarding: a published draft leaves a tombstone with the reason, an unpublished one can come back. */
import { and, eq, isNotNull } from 'drizzle-orm'
import { type ActingCtx, atomically, dayOf } from '#app/domain/ctx.ts'
import { moveEngagements } from '#app/domain/experts/engaging.server.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { addStep, saidWhy, tellTakers } from '#app/domain/reviews/course/steps.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { drafts } from '#db/schema/index.ts'
import { lockDraft } from './facts.server.ts'
import { reviewRules } from './rules.ts'

/** Takes a published draft off the site; its address answers with the reason from now on. Who takes part is told. */
export async function withdrawDraft(
  ctx: ActingCtx,
  draftId: string,
  reason: string,
  ground = '',
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { draft, facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.withdraw, ctx.actor, facts)
    const said = saidWhy({ reason, ground })
    await ctx.db
      .update(drafts)
      .set({ withdrawnAt: ctx.now, withdrawReason: said.reason })
      .where(eq(drafts.id, draftId))
    await moveEngagements(
      ctx,
      { kind: 'discussion', objectId: draftId },
      dayOf(ctx.now, ctx.zone),
      'finished',
    )
    const id = await addStep(ctx, draftId, { kind: 'withdrawn', ...said })
    await record(ctx, 'draft.withdrawn', { kind: 'draft', id: draftId })
    await tellTakers(ctx, draft, 'draft.withdrawn', { kind: 'step', id })
  })
}

/** Puts away a draft that was never published. */
export async function discardDraft(ctx: ActingCtx, draftId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.discard, ctx.actor, facts)
    await ctx.db.update(drafts).set({ discardedAt: ctx.now }).where(eq(drafts.id, draftId))
    await record(ctx, 'draft.discarded', { kind: 'draft', id: draftId })
  })
}

/** Brings a discarded draft back while its days last. */
export async function restoreDraft(ctx: ActingCtx, draftId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { draft, facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.discard, ctx.actor, facts)
    const days = content().settings.retention.discardedDays
    const discardedAt = found(draft.discardedAt)
    if (ctx.now.getTime() - discardedAt.getTime() > days * 86_400_000)
      throw new Problem('discard-expired', { days })
    await ctx.db
      .update(drafts)
      .set({ discardedAt: null })
      .where(and(eq(drafts.id, draftId), isNotNull(drafts.discardedAt)))
    await record(ctx, 'draft.restored', { kind: 'draft', id: draftId })
  })
}
