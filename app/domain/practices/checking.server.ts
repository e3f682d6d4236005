/** The formal check: an editor lets a card go on to its reviewers, or returns it with what to mend. */
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { practiceVersions } from '#db/schema/index.ts'
import { authorsOf } from './authors.server.ts'
import { lockPractice, type PracticeState } from './facts.server.ts'
import type { CheckForm } from './forms.ts'
import { practiceRules } from './rules.ts'

export async function checkPractice(
  ctx: ActingCtx,
  number: number,
  { decision, reason }: z.output<typeof CheckForm>,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPractice(ctx, number)
    authorize(practiceRules.check, ctx.actor, state.facts)
    const checked = { checkedAt: ctx.now, checkedById: ctx.actor.personId }
    await ctx.db
      .update(practiceVersions)
      .set({ ...checked, state: decision, returnReason: decision === 'returned' ? reason : '' })
      .where(eq(practiceVersions.id, state.version.id))
    await record(ctx, 'practice.checked', { kind: 'practice', id: state.practice.id }, { decision })
    await tellWriters(ctx, state, decision === 'returned' ? 'practice.returned' : 'practice.checked')
  })
}

/** Who began the card and who confirmed to be its author. Told once for each version. */
export async function tellWriters(
  ctx: Ctx,
  { practice, version }: Pick<PracticeState, 'practice' | 'version'>,
  kind: string,
): Promise<void> {
  const authors = (await authorsOf(ctx, practice.id)).filter(({ answer }) => answer === 'confirmed')
  await notifyAll(ctx, [practice.createdById, ...authors.map(({ personId }) => personId)], kind, {
    ...{ objectKind: 'practice', objectId: version.id, address: `/practices/${practice.number}` },
    facts: { title: version.title, number: practice.number },
  })
}
