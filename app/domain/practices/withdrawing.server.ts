/** Withdrawing a published practice: hidden everywhere at once, its address answers with the reason. */
import { eq } from 'drizzle-orm'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { practices } from '#db/schema/index.ts'
import { endAuthorship } from './authorship.server.ts'
import { tellWriters } from './checking.server.ts'
import { lockPractice } from './facts.server.ts'
import { practiceRules } from './rules.ts'

export async function withdrawPractice(ctx: ActingCtx, number: number, reason: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPractice(ctx, number)
    authorize(practiceRules.withdraw, ctx.actor, state.facts)
    await ctx.db
      .update(practices)
      .set({ withdrawnAt: ctx.now, withdrawReason: reason })
      .where(eq(practices.id, state.practice.id))
    await endAuthorship(ctx, state.practice.id)
    await record(ctx, 'practice.withdrawn', { kind: 'practice', id: state.practice.id })
    await tellWriters(ctx, state, 'practice.withdrawn')
  })
}
