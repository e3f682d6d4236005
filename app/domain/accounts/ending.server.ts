/** Ending sessions of one's own: one that was forgotten somewhere, or all but this. */
import { createHash } from 'node:crypto'
import { and, eq, ne } from 'drizzle-orm'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { sessions } from '#db/schema/index.ts'
import { ownSessions } from './queries.server.ts'

/**
 * What a page may say of a session: a word made of its stored id, which is itself a hash. It finds the row among the
 * owner's own and opens nothing.
 */
export function markOf(storedId: string): string {
  return createHash('sha256').update(`mark ${storedId}`).digest('base64url').slice(0, 22)
}

/** Ends one of the actor's own sessions; Problem('conflict') when it has ended already or is somebody else's. */
export async function endOwnSession(ctx: ActingCtx, mark: string): Promise<void> {
  const session = (await ownSessions(ctx)).find(({ id }) => markOf(id) === mark)
  if (!session) throw new Problem('conflict')
  await atomically(ctx, async (ctx) => {
    const mine = and(eq(sessions.id, session.id), eq(sessions.userId, ctx.actor.userId))
    const ended = await ctx.db.delete(sessions).where(mine).returning({ id: sessions.id })
    if (ended.length === 0) throw new Problem('conflict')
    await record(ctx, 'session.ended', { kind: 'user', id: ctx.actor.userId }, { count: 1 })
  })
}

/** Ends all sessions of the actor but the one with this stored id; returns how many. */
export async function endOtherSessions(ctx: ActingCtx, keep: string): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const others = and(eq(sessions.userId, ctx.actor.userId), ne(sessions.id, keep))
    const ended = await ctx.db.delete(sessions).where(others).returning({ id: sessions.id })
    if (ended.length > 0)
      await record(ctx, 'session.ended', { kind: 'user', id: ctx.actor.userId }, { count: ended.length })
    return ended.length
  })
}
