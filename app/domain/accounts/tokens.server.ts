/**
 * One-time secrets sent by mail. They are made where the letter is written, by the mail consumer; the database keeps
 * only their hash. Using one is a single UPDATE, so it works once however many try.
 */
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { tokens } from '#db/schema/index.ts'

export type TokenPurpose = (typeof tokens.$inferSelect)['purpose']

/** A new secret for the user; earlier unused ones of the same purpose stop working. Returns what the link carries. */
export async function mintToken(
  ctx: Pick<Ctx, 'db' | 'now'>,
  userId: string,
  purpose: TokenPurpose,
  minutes: number,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const older = and(eq(tokens.userId, userId), eq(tokens.purpose, purpose), isNull(tokens.usedAt))
  await ctx.db.update(tokens).set({ usedAt: ctx.now }).where(older)
  const expiresAt = new Date(ctx.now.getTime() + minutes * 60_000)
  await ctx.db.insert(tokens).values({ hash: hashOf(secret), userId, purpose, expiresAt, createdAt: ctx.now })
  return secret
}

/** Uses the secret up and gives its user; Problem('token-dead') when it is unknown, used or too old. */
export async function useToken(ctx: Ctx, secret: string, purpose: TokenPurpose): Promise<string> {
  const [row] = await ctx.db
    .update(tokens)
    .set({ usedAt: ctx.now })
    .where(and(alive(ctx, secret, purpose)))
    .returning({ userId: tokens.userId })
  if (!row) throw new Problem('token-dead')
  return row.userId
}

/** Whether the secret could be used now: for the page that asks before it is used up. */
export async function tokenLives(ctx: Ctx, secret: string, purpose: TokenPurpose): Promise<boolean> {
  return (await tokenOwner(ctx, secret, purpose)) !== null
}

/** The user of a secret that could be used now, or null. */
export async function tokenOwner(ctx: Ctx, secret: string, purpose: TokenPurpose): Promise<string | null> {
  const [row] = await ctx.db
    .select({ userId: tokens.userId })
    .from(tokens)
    .where(alive(ctx, secret, purpose))
  return row?.userId ?? null
}

/** Removes secrets that ended more than a month ago. */
export async function forgetTokens(ctx: Pick<Ctx, 'db' | 'now'>): Promise<void> {
  await ctx.db.delete(tokens).where(lt(tokens.expiresAt, new Date(ctx.now.getTime() - 30 * 86_400_000)))
}

function alive(ctx: Ctx, secret: string, purpose: TokenPurpose) {
  return and(
    eq(tokens.hash, hashOf(secret)),
    eq(tokens.purpose, purpose),
    isNull(tokens.usedAt),
    gt(tokens.expiresAt, ctx.now),
  )
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
