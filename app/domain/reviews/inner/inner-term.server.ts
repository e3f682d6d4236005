/** The term of a closed stage: it ends with the open one, or what is gathered there has nowhere to go. */
import { eq } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { lastTalkDay, type StageDays } from '#app/domain/reviews/course/staging.ts'
import type { Span } from '#app/domain/reviews/course/terms.ts'
import { lockDraft } from '#app/domain/reviews/facts.server.ts'
import { innerDiscussions } from '#db/schema/index.ts'

/**
 * The last day of the open stage that a closed draft prepares for; null for any other draft. The closed draft is locked
 * already; the open one is locked after it, as when a position is signed.
 */
async function openUntil(ctx: Ctx, draftId: string): Promise<string | null> {
  const [inner] = await ctx.db
    .select({ aboutId: innerDiscussions.aboutId })
    .from(innerDiscussions)
    .where(eq(innerDiscussions.draftId, draftId))
  return inner ? lastTalkDay((await lockDraft(ctx, inner.aboutId)).stages) : null
}

/** Problem('inner-late') at `field` when a closed stage would last longer than the open one. */
export async function assertWithinOpen(
  ctx: Ctx,
  draftId: string,
  planned: readonly StageDays[],
  field: string,
): Promise<void> {
  const [day, last] = [await openUntil(ctx, draftId), lastTalkDay(planned)]
  if (day !== null && last !== null && last > day) throw new Problem('inner-late', { day }, field)
}

/** The stages of a closed draft that goes on after a pause: what was left of them, as far as the open stage lasts. */
export async function withinOpen<S extends Span>(ctx: Ctx, draftId: string, planned: S[]): Promise<S[]> {
  const day = await openUntil(ctx, draftId)
  if (day === null) return planned
  return planned.map((one) => (one.firstDay <= day && one.lastDay > day ? { ...one, lastDay: day } : one))
}
