/**
 * Erasing by law: the person asks, the keeper of the registry answers within the term. Closed data, the account and own
 * words that nobody published go for good; the lines of orders, statuses and engagements stay on the ground of the
 * orders, and the registry says «данные скрыты». The log stays whole: it never held a word of it.
 */
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import { assertPassword } from '#app/domain/accounts/passwords.server.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import type { ErasureDecision } from '#app/domain/experts/correcting/forms.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { codeOf } from '#db/failure.ts'
import { erasures } from '#db/schema/index.ts'

/** Asks for it, with the password once more. Problems: wrong-password, conflict when one waits already. */
export async function askErasure(ctx: ActingCtx, currentPassword: string): Promise<void> {
  await assertPassword(ctx, currentPassword)
  await fileErasure(ctx)
}

/** The same for whom the caller knows to be the person. Problem('conflict') when one waits already. */
export async function fileErasure(ctx: ActingCtx): Promise<void> {
  await atomically(ctx, async (ctx) => {
    authorize(expertRules.claim, ctx.actor, {})
    const id = uuidv7()
    const dueDay = new Date(Date.parse(ctx.actor.today) + content().settings.erasure.days * 86_400_000)
      .toISOString()
      .slice(0, 10)
    const row = { id, personId: ctx.actor.personId, state: 'open' as const, askedAt: ctx.now, dueDay }
    try {
      await ctx.db.transaction((tx) => tx.insert(erasures).values(row))
    } catch (error) {
      if (codeOf(error) === '23505') throw new Problem('conflict')
      throw error
    }
    await record(ctx, 'erasure.asked', { kind: 'erasure', id }, { due: dueDay })
  })
}

/** Takes the open request back. Problem('conflict') when there is none. */
export async function recallErasure(ctx: ActingCtx): Promise<void> {
  await atomically(ctx, async (ctx) => {
    authorize(expertRules.claim, ctx.actor, {})
    const open = and(eq(erasures.personId, ctx.actor.personId), eq(erasures.state, 'open'))
    const [row] = await ctx.db.update(erasures).set({ state: 'recalled' }).where(open).returning()
    if (!row) throw new Problem('conflict')
    await record(ctx, 'erasure.recalled', { kind: 'erasure', id: row.id })
  })
}

/**
 * Erases, or refuses with a reason. Returns hashes of files whose contents the caller removes once this is committed.
 * Problems: conflict, own-correction.
 */
export async function decideErasure(
  ctx: ActingCtx,
  number: number,
  { decision, reason }: z.output<typeof ErasureDecision>,
): Promise<string[]> {
  return atomically(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(erasures).where(eq(erasures.number, number)).for('update')
    const { id, personId, state } = found(row)
    authorize(expertRules.decideOwnData, ctx.actor, { personId })
    if (state !== 'open') throw new Problem('conflict')
    const decided = { reason, decidedById: ctx.actor.personId, decidedAt: ctx.now }
    const done = decision === 'erase'
    await ctx.db
      .update(erasures)
      .set({ ...decided, state: done ? 'done' : 'refused' })
      .where(eq(erasures.id, id))
    if (!done) {
      await record(ctx, 'erasure.refused', { kind: 'erasure', id })
      const notice = { objectKind: 'erasure', objectId: id, address: '/cabinet/erasure' }
      await notify(ctx, personId, 'erasure.refused', notice)
      return []
    }
    const gone = await ctx.db.execute<{ sha256: string }>(sql`select sha256 from erase_person(${personId})`)
    await record(ctx, 'person.erased', { kind: 'person', id: personId })
    return gone.map(({ sha256 }) => sha256)
  })
}
