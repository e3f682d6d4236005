/**
 * Taking one-time codes: by the app, or a recovery code. Each is taken once, however many try at the same moment, and
 * tries are counted in the database as those of passwords are.
 */
import { randomInt } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { recoveryCodes, secondFactors, users } from '#db/schema/index.ts'
import { countAttempt, forgiveAttempt } from './limiting.server.ts'
import { codeAt, matchingStep, stepOf } from './totp.ts'
import type { Vault } from './vault.ts'

export type Means = 'code' | 'recovery'

/** Whether the user signs in with a second step. */
export async function hasFactor(db: Db, userId: string): Promise<boolean> {
  const [row] = await db
    .select({ userId: secondFactors.userId })
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId))
  return row !== undefined
}

/**
 * Counts a try and takes the code; returns which kind it was. Problem('wrong-code') at the field, or
 * Problem('too-many') after as many tries as a password has. Must not run inside the transaction of a command: a
 * refusal would take the count back.
 */
export async function takeCode(ctx: Ctx, vault: Vault, userId: string, typed: string): Promise<Means> {
  const rate = content().settings.rates.signInPerAccount
  await countAttempt(ctx, 'code:account', userId, rate)
  const means =
    (await takeByApp(ctx, vault, userId, typed)) ?? (await takeRecovery(ctx, vault, userId, typed))
  if (!means) throw new Problem('wrong-code', {}, 'oneTimeCode')
  await forgiveAttempt(ctx, 'code:account', userId, rate)
  return means
}

async function takeByApp(ctx: Ctx, vault: Vault, userId: string, typed: string): Promise<Means | null> {
  return ctx.db.transaction(async (tx) => {
    const own = eq(secondFactors.userId, userId)
    const [factor] = await tx.select().from(secondFactors).where(own).for('update')
    const secret = factor && vault.open(factor.secret, sealName(userId))
    if (!secret) return null
    const step = matchingStep(secret, typed, ctx.now, factor.lastStep)
    if (step === null) return null
    await tx.update(secondFactors).set({ lastStep: step }).where(own)
    return 'code'
  })
}

async function takeRecovery(ctx: Ctx, vault: Vault, userId: string, typed: string): Promise<Means | null> {
  const hash = vault.hash(lettersOf(typed), `recovery ${userId}`)
  const [used] = await ctx.db
    .update(recoveryCodes)
    .set({ usedAt: ctx.now })
    .where(and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.hash, hash), isNull(recoveryCodes.usedAt)))
    .returning({ hash: recoveryCodes.hash })
  return used ? 'recovery' : null
}

// Without letters and digits that are taken for each other when copied by hand.
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const GROUPS = 3

/** New recovery codes in the place of the old; what is returned is to be shown once, only hashes stay. */
export async function renewRecovery(ctx: Ctx, vault: Vault, userId: string): Promise<string[]> {
  const codes = Array.from({ length: content().settings.secondFactor.recoveryCodes }, () =>
    Array.from({ length: GROUPS }, () =>
      Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join(''),
    ).join('-'),
  )
  await ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  await ctx.db.insert(recoveryCodes).values(
    codes.map((code) => ({
      userId,
      hash: vault.hash(lettersOf(code), `recovery ${userId}`),
      createdAt: ctx.now,
    })),
  )
  return codes
}

/** The name under which the secret of a user is sealed. */
export function sealName(userId: string): string {
  return `second factor ${userId}`
}

/**
 * The present code of an account of the demonstration, to be shown beside the field; null for everybody else. The
 * password of such an account stands on the page too: the second step keeps nobody out there.
 */
export async function demoCode(ctx: Ctx, vault: Vault, userId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ email: users.email, secret: secondFactors.secret, lastStep: secondFactors.lastStep })
    .from(users)
    .innerJoin(secondFactors, eq(secondFactors.userId, users.id))
    .where(eq(users.id, userId))
  if (!row?.email.endsWith('@demo.example')) return null
  const secret = vault.open(row.secret, sealName(userId))
  // the present one may be spent already; the next is taken a step early
  return secret && codeAt(secret, Math.max(stepOf(ctx.now), row.lastStep + 1))
}

function lettersOf(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
}
