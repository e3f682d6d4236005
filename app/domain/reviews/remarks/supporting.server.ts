/** Supporting somebody else's remark: once a person, taken back at will while the discussion runs. */
import { and, eq } from 'drizzle-orm'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { lockRemark } from '#app/domain/reviews/facts.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { supports } from '#db/schema/index.ts'

/** Supports a remark; a second time changes nothing. */
export async function support(ctx: ActingCtx, remarkId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { facts } = await lockRemark(ctx, remarkId)
    authorize(reviewRules.support, ctx.actor, facts)
    const added = await ctx.db
      .insert(supports)
      .values({ remarkId, personId: ctx.actor.personId, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: supports.remarkId })
    if (added.length > 0) await record(ctx, 'remark.supported', { kind: 'remark', id: remarkId })
  })
}

/** Takes the own support back; without one nothing changes. */
export async function unsupport(ctx: ActingCtx, remarkId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { facts } = await lockRemark(ctx, remarkId)
    authorize(reviewRules.support, ctx.actor, facts)
    const removed = await ctx.db
      .delete(supports)
      .where(and(eq(supports.remarkId, remarkId), eq(supports.personId, ctx.actor.personId)))
      .returning({ id: supports.remarkId })
    if (removed.length > 0) await record(ctx, 'remark.unsupported', { kind: 'remark', id: remarkId })
  })
}
