/**
 * Deciding about a version once its reviews are in: published at once or on a planned day, returned with what to mend, or
 * refused with the reason. The version that was read before is superseded; its address stays.
 */
import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { practiceReviews, practices, practiceVersions } from '#db/schema/index.ts'
import { recordAuthorship } from './authorship.server.ts'
import { tellWriters } from './checking.server.ts'
import { lockPractice, type PracticeState } from './facts.server.ts'
import type { DecisionForm } from './forms.ts'
import { practiceRules } from './rules.ts'

/** Problems: practice-reviews (not all are in), term-past at `publishOn`. */
export async function decidePractice(
  ctx: ActingCtx,
  number: number,
  { decision, reason, publishOn }: z.output<typeof DecisionForm>,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPractice(ctx, number)
    const publishing = decision === 'publish'
    authorize(publishing ? practiceRules.publish : practiceRules.decide, ctx.actor, state.facts)
    const today = dayOf(ctx.now, ctx.zone)
    if (publishing && publishOn !== '' && publishOn < today) throw new Problem('term-past', {}, 'publishOn')
    await releaseRest(ctx, state)
    if (publishing && publishOn > today) {
      const planned = { state: 'scheduled' as const, publishOn }
      await ctx.db.update(practiceVersions).set(planned).where(eq(practiceVersions.id, state.version.id))
      const object = { kind: 'practice', id: state.practice.id }
      await record(ctx, 'practice.scheduled', object, { version: state.version.number, day: publishOn })
      return
    }
    if (publishing) return publish(ctx, state)
    await ctx.db
      .update(practiceVersions)
      .set({ state: decision, returnReason: reason, publishOn: null })
      .where(eq(practiceVersions.id, state.version.id))
    await record(
      ctx,
      `practice.${decision}`,
      { kind: 'practice', id: state.practice.id },
      { version: state.version.number },
    )
    await tellWriters(ctx, state, `practice.${decision}`)
  })
}

/** Publishes what was planned for today or before; returns how many. Run by the clock. */
export async function publishPlanned(ctx: Ctx): Promise<number> {
  const today = dayOf(ctx.now, ctx.zone)
  const due = await ctx.db
    .select({ number: practices.number })
    .from(practiceVersions)
    .innerJoin(practices, eq(practices.id, practiceVersions.practiceId))
    .where(
      and(
        ...[eq(practiceVersions.state, 'scheduled'), lte(practiceVersions.publishOn, today)],
        ...[isNull(practices.discardedAt), isNull(practices.withdrawnAt)],
      ),
    )
  let published = 0
  for (const { number } of due)
    await atomically(ctx, async (ctx) => {
      await ctx.db
        .select({ id: practices.id })
        .from(practices)
        .where(eq(practices.number, number))
        .for('update')
      const [row] = await ctx.db
        .select({ practice: practices, version: practiceVersions })
        .from(practiceVersions)
        .innerJoin(practices, eq(practices.id, practiceVersions.practiceId))
        .where(and(eq(practices.number, number), eq(practiceVersions.state, 'scheduled')))
      if (!row) return
      await publish(ctx, row)
      published += 1
    })
  return published
}

async function publish(ctx: Ctx, state: Pick<PracticeState, 'practice' | 'version'>) {
  const { practice, version } = state
  await ctx.db
    .update(practiceVersions)
    .set({ state: 'superseded' })
    .where(and(eq(practiceVersions.practiceId, practice.id), eq(practiceVersions.state, 'published')))
  await ctx.db
    .update(practiceVersions)
    .set({ state: 'published', publishedAt: ctx.now, publishOn: null })
    .where(eq(practiceVersions.id, version.id))
  await ctx.db
    .update(practices)
    .set({ publishedAt: sql`coalesce(${practices.publishedAt}, ${ctx.now.toISOString()}::timestamptz)` })
    .where(eq(practices.id, practice.id))
  const facts = { version: version.number, sha256: version.sha256 ?? '' }
  await record(ctx, 'practice.published', { kind: 'practice', id: practice.id }, facts)
  await recordAuthorship(ctx, practice.id)
  await tellWriters(ctx, state, 'practice.published')
}

/** Whoever was asked and has not sent a review is not waited for any more. */
async function releaseRest(ctx: Ctx, { practice, version }: PracticeState) {
  const gone = await ctx.db
    .update(practiceReviews)
    .set({ answer: 'released', answeredAt: ctx.now })
    .where(
      and(
        ...[eq(practiceReviews.versionId, version.id), isNull(practiceReviews.sentAt)],
        sql`${practiceReviews.answer} is distinct from 'declined' and ${practiceReviews.answer} is distinct from 'released'`,
      ),
    )
    .returning({ id: practiceReviews.id, personId: practiceReviews.personId })
  for (const { id, personId } of gone)
    await notifyAll(ctx, [personId], 'practice.review-released', {
      ...{ objectKind: 'practice-review', objectId: id, address: '/cabinet' },
      facts: { title: version.title, number: practice.number },
    })
}
