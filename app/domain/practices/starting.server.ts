/** Starting a practice: begun by who works there, thrown away before anybody read it, and taken back out within 30 days. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import { type ActingCtx, atomically, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { describesFor } from '#db/reach/practices.ts'
import { organisations, practiceAuthors, practices, practiceVersions } from '#db/schema/index.ts'
import { lockPractice } from './facts.server.ts'
import type { StartForm } from './forms.ts'
import { practiceRules, startRules } from './rules.ts'

/** Organisations whose practices the actor may describe; those of the region are searched for, not listed. */
export async function describingFor(ctx: Ctx, limit = 200): Promise<{ id: string; name: string }[]> {
  return ctx.db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(describesFor(viewerOf(ctx)))
    .orderBy(asc(organisations.name), asc(organisations.id))
    .limit(limit)
}

/**
 * Begins a card; returns its public number. Who begins it is its first author and has confirmed it thereby. The same
 * title begun twice at the same organisation by the same person is one card. Problem('forbidden') elsewhere.
 */
export async function startPractice(ctx: ActingCtx, input: z.output<typeof StartForm>): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const [home] = await ctx.db
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(eq(organisations.id, input.organisationId), describesFor(viewerOf(ctx))))
      .for('update')
    authorize(startRules.start, ctx.actor, { describes: home !== undefined })
    const by = ctx.actor.personId
    const [same] = await ctx.db
      .select({ number: practices.number })
      .from(practices)
      .innerJoin(practiceVersions, eq(practiceVersions.practiceId, practices.id))
      .where(
        and(
          ...[eq(practices.organisationId, input.organisationId), eq(practices.createdById, by)],
          ...[eq(practiceVersions.title, input.title), isNull(practices.discardedAt)],
        ),
      )
      .limit(1)
    if (same) return same.number
    const [id, versionId] = [uuidv7(), uuidv7()]
    const [made] = await ctx.db
      .insert(practices)
      .values({
        ...{ id, kind: input.kind, organisationId: input.organisationId },
        createdById: by,
        createdAt: ctx.now,
      })
      .returning({ number: practices.number })
    const at = { startedAt: ctx.now, savedAt: ctx.now }
    await ctx.db
      .insert(practiceVersions)
      .values({ id: versionId, practiceId: id, number: 1, state: 'draft', title: input.title, ...at })
    const asked = { askedById: by, askedAt: ctx.now, answer: 'confirmed' as const, answeredAt: ctx.now }
    await ctx.db.insert(practiceAuthors).values({ practiceId: id, personId: by, position: 1, ...asked })
    await record(ctx, 'practice.started', { kind: 'practice', id }, { kind: input.kind })
    return found(made).number
  })
}

/** Throws away what was never published; restorable 30 days. */
export async function discardPractice(ctx: ActingCtx, number: number): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { practice, facts } = await lockPractice(ctx, number)
    authorize(practiceRules.discard, ctx.actor, facts)
    await ctx.db.update(practices).set({ discardedAt: ctx.now }).where(eq(practices.id, practice.id))
    await record(ctx, 'practice.discarded', { kind: 'practice', id: practice.id })
  })
}

/** Takes it back out. Problem('practice-gone') after 30 days. */
export async function restorePractice(ctx: ActingCtx, number: number): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { practice, facts } = await lockPractice(ctx, number)
    authorize(practiceRules.restore, ctx.actor, facts)
    const [late] = await ctx.db
      .select({ id: practices.id })
      .from(practices)
      .where(
        and(
          eq(practices.id, practice.id),
          sql`${practices.discardedAt} < ${ctx.now.toISOString()}::timestamptz - interval '30 days'`,
        ),
      )
    if (late) throw new Problem('practice-gone')
    await ctx.db.update(practices).set({ discardedAt: null }).where(eq(practices.id, practice.id))
    await record(ctx, 'practice.restored', { kind: 'practice', id: practice.id })
  })
}
