/** Hiding words that break the rules, and showing them again. The remark keeps its number and place, with the reason. */
import { eq } from 'drizzle-orm'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { remarks } from '#db/schema/index.ts'
import { lockRemark } from './facts.server.ts'
import { reviewRules } from './rules.ts'
import { cleanWords } from './words.ts'

/** Hides the words of a remark; its author is told why. */
export async function hideRemark(ctx: ActingCtx, remarkId: string, reason: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { remark, draft, facts } = await lockRemark(ctx, remarkId)
    authorize(reviewRules.moderate, ctx.actor, facts)
    if (remark.hiddenAt !== null) throw new Problem('conflict')
    const hideReason = cleanWords(reason, 'reason', content().settings.text.reason)
    await ctx.db.update(remarks).set({ hiddenAt: ctx.now, hideReason }).where(eq(remarks.id, remarkId))
    await record(ctx, 'remark.hidden', { kind: 'remark', id: remarkId })
    await notify(ctx, remark.authorId, 'remark.hidden', {
      objectKind: 'remark',
      objectId: remarkId,
      address: `/drafts/${draft.slug}?remark=${remark.number}`,
      facts: { title: draft.title, number: remark.number },
    })
  })
}

/** Shows hidden words again. */
export async function showRemark(ctx: ActingCtx, remarkId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { remark, facts } = await lockRemark(ctx, remarkId)
    authorize(reviewRules.moderate, ctx.actor, facts)
    if (remark.hiddenAt === null) throw new Problem('conflict')
    await ctx.db.update(remarks).set({ hiddenAt: null, hideReason: null }).where(eq(remarks.id, remarkId))
    await record(ctx, 'remark.shown', { kind: 'remark', id: remarkId })
  })
}
