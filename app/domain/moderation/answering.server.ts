/** Answering an intervention: its author appeals, or sends corrected words. Each opens a case of the same queue. */
import { and, eq, gt } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { appeals, interventions } from '#db/schema/index.ts'
import { openCase, openCaseOf } from './opening.server.ts'
import { moderationRules } from './rules.ts'
import type { CorrectedWords, TextKinds } from './texts.ts'

/** Appeals against an intervention, once. Another moderator hears it when there is one. */
export async function appeal(
  ctx: ActingCtx,
  kinds: TextKinds,
  interventionId: string,
  words: string,
): Promise<void> {
  await countAttempt(ctx, 'appeal', ctx.actor.personId, content().settings.rates.appealsPerPerson)
  await atomically(ctx, async (ctx) => {
    const { one, text } = await lockAnswered(ctx, kinds, interventionId)
    const [heard] = await ctx.db
      .select({ id: appeals.id })
      .from(appeals)
      .where(eq(appeals.interventionId, interventionId))
    if (heard) throw new Problem('appealed')
    const caseId = await openCase(ctx, { ...text, kind: one.objectKind }, 'appeal', text.facts)
    await ctx.db
      .insert(appeals)
      .values({ id: uuidv7(), interventionId, caseId, words: words.trim(), createdAt: ctx.now })
    await record(
      ctx,
      'text.appealed',
      { kind: one.objectKind, id: one.objectId },
      { case: caseId, intervention: interventionId },
    )
  })
}

/** Sends corrected words of a returned text: they wait for a check again, number and moment stay. */
export async function sendCorrected(
  ctx: ActingCtx,
  kinds: TextKinds,
  interventionId: string,
  words: CorrectedWords,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { one, kind, text } = await lockAnswered(ctx, kinds, interventionId)
    if (one.step !== 'returned' || !kind.revise) throw new Problem('conflict')
    await kind.revise(ctx, one.objectId, words)
    await kind.cover(ctx, one.objectId, { veil: 'held', code: null, words: '' })
    await openCase(ctx, { ...text, kind: one.objectKind }, 'newcomer', text.facts)
    await record(
      ctx,
      'text.corrected',
      { kind: one.objectKind, id: one.objectId },
      { intervention: interventionId },
    )
  })
}

async function lockAnswered(ctx: ActingCtx, kinds: TextKinds, interventionId: string) {
  const own = and(eq(interventions.id, interventionId), eq(interventions.authorId, ctx.actor.personId))
  const one = found((await ctx.db.select().from(interventions).where(own))[0])
  const kind = found(kinds[one.objectKind])
  const text = await kind.lock(ctx, one.objectId)
  const [later] = await ctx.db
    .select({ id: interventions.id })
    .from(interventions)
    .where(and(eq(interventions.objectId, one.objectId), gt(interventions.id, one.id)))
    .limit(1)
  authorize(moderationRules.answer, ctx.actor, {
    authorId: one.authorId,
    standing: text.stands && text.veil !== null && later === undefined,
    step: one.step,
  })
  if (await openCaseOf(ctx, one.objectKind, one.objectId)) throw new Problem('appealed')
  return { one, kind, text }
}
