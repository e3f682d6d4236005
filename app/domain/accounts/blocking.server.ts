/** Closing somebody's sign-in, and opening it again. What the person wrote stays; grants stay and give nothing. */
import { eq } from 'drizzle-orm'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { logEntries, sessions, users } from '#db/schema/index.ts'
import { accountRules } from './rules.ts'

/** Closes the sign-in and ends every session; the ground stays in the log, which names people by number alone. */
export async function blockUser(ctx: ActingCtx, personId: string, reason: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const user = await lockUser(ctx, personId)
    if (reason.trim() === '') throw new Problem('reason-needed', {}, 'reason')
    if (user.disabledAt !== null) throw new Problem('conflict')
    await ctx.db.update(users).set({ disabledAt: ctx.now }).where(eq(users.id, user.id))
    await ctx.db.delete(sessions).where(eq(sessions.userId, user.id))
    await record(ctx, 'user.blocked', { kind: 'user', id: user.id }, { reason: reason.trim() })
  })
}

/** Opens a sign-in that was closed by somebody else; one that its owner closed stays closed. */
export async function unblockUser(ctx: ActingCtx, personId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const user = await lockUser(ctx, personId)
    const entries = await ctx.db
      .select({ kind: logEntries.kind })
      .from(logEntries)
      .where(eq(logEntries.objectId, user.id))
    if (user.disabledAt === null || entries.some(({ kind }) => kind === 'user.closed'))
      throw new Problem('conflict')
    await ctx.db.update(users).set({ disabledAt: null }).where(eq(users.id, user.id))
    await record(ctx, 'user.unblocked', { kind: 'user', id: user.id })
  })
}

async function lockUser(ctx: ActingCtx, personId: string) {
  const [user] = await ctx.db.select().from(users).where(eq(users.personId, personId)).for('update')
  authorize(accountRules.blockUser, ctx.actor, { personId })
  return found(user)
}
