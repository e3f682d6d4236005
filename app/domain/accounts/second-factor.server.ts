/**
 * The second factor of an account: shown, confirmed by a code, renewed, removed, and reset by an administrator.
 *
 * Whoever sits down at a computer left signed in must not be able to change it, so each change asks for the password
 * and, where there is a factor already, for a code. A session of an account with a factor has passed it: enrolling ends
 * all others.
 */
import { randomBytes } from 'node:crypto'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { factorOffers, recoveryCodes, secondFactors, sessions, signInSteps, users } from '#db/schema/index.ts'
import { countAttempt, forgiveAttempt } from './limiting.server.ts'
import { hasFactor, renewRecovery, sealName, takeCode } from './one-time.server.ts'
import { assertPassword, lockUser } from './passwords.server.ts'
import { accountRules } from './rules.ts'
import { matchingStep } from './totp.ts'
import type { Vault } from './vault.ts'

const SECRET_BYTES = 20 // as long as the hash (RFC 4226, 4)

export interface OwnFactor {
  /** since when, or null without one */
  since: Date | null
  codesLeft: number
  /** the secret that waits for its first code */
  offered: Buffer | null
}

/** What the owner's page shows. */
export async function ownFactor(ctx: ActingCtx, vault: Vault): Promise<OwnFactor> {
  const { userId } = ctx.actor
  const [factor] = await ctx.db.select().from(secondFactors).where(eq(secondFactors.userId, userId))
  const [left] = await ctx.db
    .select({ n: sql<number>`count(*)::int` })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)))
  return {
    since: factor?.createdAt ?? null,
    codesLeft: left?.n ?? 0,
    offered: await offeredSecret(ctx, vault),
  }
}

/** Password and, when there is a factor, its code: who is it that changes the sign-in? */
export async function vouch(ctx: ActingCtx, vault: Vault, password: string, code: string): Promise<void> {
  const { userId } = ctx.actor
  await assertPassword(ctx, password)
  if (await hasFactor(ctx.db, userId)) await takeCode(ctx, vault, userId, code)
}

/** Makes a new secret to be shown; the factor in use, if any, holds until the new one is confirmed. */
export async function offerFactor(ctx: ActingCtx, vault: Vault, password: string, code: string) {
  await vouch(ctx, vault, password, code)
  const { userId } = ctx.actor
  const secret = vault.seal(randomBytes(SECRET_BYTES), sealName(userId))
  const fresh = { secret, createdAt: ctx.now }
  await ctx.db
    .insert(factorOffers)
    .values({ userId, ...fresh })
    .onConflictDoUpdate({ target: factorOffers.userId, set: fresh })
}

/**
 * Confirms the shown secret by its first code: from now on sign-in asks for one. Ends all sessions but this one
 * (`keepSession` is its stored id). Returns the recovery codes, to be shown once.
 */
export async function confirmFactor(
  ctx: ActingCtx,
  vault: Vault,
  code: string,
  keepSession: string | null,
): Promise<string[]> {
  const { userId } = ctx.actor
  const rate = content().settings.rates.signInPerAccount
  await countAttempt(ctx, 'code:account', userId, rate)
  const codes = await atomically(ctx, async (ctx) => {
    await lockUser(ctx, userId)
    const secret = await offeredSecret(ctx, vault)
    if (!secret) throw new Problem('factor-offer-dead')
    const lastStep = matchingStep(secret, code, ctx.now)
    if (lastStep === null) throw new Problem('wrong-code', {}, 'oneTimeCode')
    const kept = { secret: vault.seal(secret, sealName(userId)), keyId: vault.keyId, lastStep }
    const [renewed] = await ctx.db.delete(secondFactors).where(eq(secondFactors.userId, userId)).returning()
    await ctx.db.insert(secondFactors).values({ userId, ...kept, createdAt: ctx.now })
    await ctx.db.delete(factorOffers).where(eq(factorOffers.userId, userId))
    await endOthers(ctx, keepSession)
    await record(ctx, 'factor.set', { kind: 'user', id: userId }, { renewed: renewed !== undefined })
    return renewRecovery(ctx, vault, userId)
  })
  await forgiveAttempt(ctx, 'code:account', userId, rate)
  return codes
}

/** New recovery codes instead of the old; returned to be shown once. */
export async function renewCodes(ctx: ActingCtx, vault: Vault, password: string, code: string) {
  await vouch(ctx, vault, password, code)
  return atomically(ctx, async (ctx) => {
    const { userId } = ctx.actor
    await lockUser(ctx, userId)
    if (!(await hasFactor(ctx.db, userId))) throw new Problem('conflict')
    await record(ctx, 'factor.codes-renewed', { kind: 'user', id: userId })
    return renewRecovery(ctx, vault, userId)
  })
}

/** Back to the password alone, for whom no role obliges (`required`: whether obligation is on in this instance). */
export async function removeFactor(
  ctx: ActingCtx,
  vault: Vault,
  { password, code, required }: { password: string; code: string; required: boolean },
): Promise<void> {
  authorize(accountRules.removeFactor, ctx.actor, { required })
  if (!(await hasFactor(ctx.db, ctx.actor.userId))) throw new Problem('conflict')
  await vouch(ctx, vault, password, code)
  await atomically(ctx, async (ctx) => {
    const { userId } = ctx.actor
    await lockUser(ctx, userId)
    await forgetFactor(ctx, userId)
    await record(ctx, 'factor.removed', { kind: 'user', id: userId })
  })
}

/**
 * For who lost phone and codes: an administrator who knows the person takes the factor away and says why. All sessions
 * end, the owner gets a letter, and an obliged role enrols anew at the next sign-in. Never one's own.
 */
export async function resetFactor(ctx: ActingCtx, personId: string, reason: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const [user] = await ctx.db.select().from(users).where(eq(users.personId, personId)).for('update')
    authorize(accountRules.resetFactor, ctx.actor, { personId })
    const { id } = found(user)
    if (reason.trim() === '') throw new Problem('reason-needed', {}, 'reason')
    if (!(await hasFactor(ctx.db, id))) throw new Problem('no-factor')
    await forgetFactor(ctx, id)
    await ctx.db.delete(sessions).where(eq(sessions.userId, id))
    await ctx.db.delete(signInSteps).where(eq(signInSteps.userId, id))
    await record(ctx, 'factor.reset', { kind: 'user', id }, { reason: reason.trim() })
  })
}

async function forgetFactor(ctx: ActingCtx, userId: string) {
  for (const table of [secondFactors, factorOffers, recoveryCodes])
    await ctx.db.delete(table).where(eq(table.userId, userId))
}

async function endOthers(ctx: ActingCtx, keepSession: string | null) {
  const mine = eq(sessions.userId, ctx.actor.userId)
  await ctx.db.delete(sessions).where(keepSession ? and(mine, ne(sessions.id, keepSession)) : mine)
  if (keepSession)
    await ctx.db.update(sessions).set({ secondFactor: 'code' }).where(eq(sessions.id, keepSession))
  await ctx.db.delete(signInSteps).where(eq(signInSteps.userId, ctx.actor.userId))
}

async function offeredSecret(ctx: ActingCtx, vault: Vault): Promise<Buffer | null> {
  const { userId } = ctx.actor
  const [offer] = await ctx.db.select().from(factorOffers).where(eq(factorOffers.userId, userId))
  if (!offer) return null
  const age = ctx.now.getTime() - offer.createdAt.getTime()
  if (age > content().settings.secondFactor.offerMinutes * 60_000) return null
  return vault.open(offer.secret, sealName(userId))
}
