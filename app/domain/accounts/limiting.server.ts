/**
 * Limits on attempts, in fixed windows, kept in the database so that they hold across processes.
 *
 * An attempt is counted before it is made and outside the command's transaction: a refusal must not take it back.
 */
import { and, eq, lt, sql } from 'drizzle-orm'
import { sha256 } from '#app/domain/canonical.ts'
import type { Ctx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { rateLimits } from '#db/schema/index.ts'

export interface Rate {
  count: number
  minutes: number
}

/** Counts an attempt; Problem('too-many') when the window already holds as many as allowed. */
export async function countAttempt(ctx: Ctx, kind: string, of: string, rate: Rate): Promise<void> {
  const windowStart = windowOf(ctx.now, rate)
  const [row] = await ctx.db
    .insert(rateLimits)
    .values({ key: keyOf(kind, of), windowStart, count: 1 })
    .onConflictDoUpdate({
      target: [rateLimits.key, rateLimits.windowStart],
      set: { count: sql`${rateLimits.count} + 1` },
    })
    .returning({ count: rateLimits.count })
  if ((row?.count ?? 0) > rate.count) {
    const wait = Math.ceil((windowStart.getTime() + rate.minutes * 60_000 - ctx.now.getTime()) / 60_000)
    throw new Problem('too-many', { minutes: wait })
  }
}

/** Takes back one attempt that turned out to be honest. */
export async function forgiveAttempt(ctx: Ctx, kind: string, of: string, rate: Rate): Promise<void> {
  await ctx.db
    .update(rateLimits)
    .set({ count: sql`greatest(0, ${rateLimits.count} - 1)` })
    .where(and(eq(rateLimits.key, keyOf(kind, of)), eq(rateLimits.windowStart, windowOf(ctx.now, rate))))
}

/** Removes windows that ended more than a day ago. */
export async function forgetAttempts(ctx: Pick<Ctx, 'db' | 'now'>): Promise<void> {
  await ctx.db.delete(rateLimits).where(lt(rateLimits.windowStart, new Date(ctx.now.getTime() - 86_400_000)))
}

// Only a hash: the table is no list of addresses and logins.
function keyOf(kind: string, of: string): string {
  return `${kind}:${sha256(of).slice(0, 32)}`
}

function windowOf(now: Date, { minutes }: Rate): Date {
  const length = minutes * 60_000
  return new Date(Math.floor(now.getTime() / length) * length)
}
