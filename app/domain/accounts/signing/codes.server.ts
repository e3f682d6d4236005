/**
 * One-time codes of a simple signature: asked for one document, sent to the mailbox of the account, used once. A code is
 * derived from the key of the instance and its row, so that the database holds nothing it could be read from. Whoever
 * signs in with a second step gives the code of the app instead.
 */
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { countAttempt, forgiveAttempt } from '#app/domain/accounts/limiting.server.ts'
import { hasFactor, takeCode } from '#app/domain/accounts/one-time.server.ts'
import { assertPassword } from '#app/domain/accounts/passwords.server.ts'
import type { Vault } from '#app/domain/accounts/vault.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { signingCodes, users } from '#db/schema/index.ts'

export interface Signed {
  objectId: string
  /** of the document that is shown and signed */
  sha256: string
}

/** Asks for a code by letter; earlier ones for the same object end. Problem('email-unconfirmed'). */
export async function askSigningCode(ctx: ActingCtx, { objectId, sha256 }: Signed): Promise<void> {
  const { personId, userId } = ctx.actor
  if (!ctx.actor.emailConfirmed) throw new Problem('email-unconfirmed')
  await countAttempt(ctx, 'signing:letters', personId, content().settings.rates.resetPerAccount)
  await atomically(ctx, async (ctx) => {
    await ctx.db.update(signingCodes).set({ usedAt: ctx.now }).where(living(ctx, objectId))
    const expiresAt = new Date(ctx.now.getTime() + content().settings.signing.codeMinutes * 60_000)
    const row = { id: uuidv7(), personId, objectId, sha256, askedAt: ctx.now, expiresAt }
    await ctx.db.insert(signingCodes).values(row)
    await record(ctx, 'signing.code-asked', { kind: 'user', id: userId }, { request: row.id })
  })
}

/** The request that a code could be given to now: when it ends, and how the person confirms. */
export async function signingMeans(ctx: ActingCtx, objectId: string) {
  const app = await hasFactor(ctx.db, ctx.actor.userId)
  const [asked] = app ? [] : await ctx.db.select().from(signingCodes).where(living(ctx, objectId))
  return { app, asked: asked ? { id: asked.id, expiresAt: asked.expiresAt } : null }
}

/** The code of a request, eight digits. */
export function signingCode(vault: Vault, requestId: string): string {
  const bytes = Buffer.from(vault.hash(requestId, 'signing code'), 'base64url')
  const digits = String(bytes.readUInt32BE(0) % 100_000_000).padStart(8, '0')
  return `${digits.slice(0, 4)} ${digits.slice(4)}`
}

/** The same for an account of the demonstration, to be shown beside the field; null for everybody else. */
export async function demoSigningCode(ctx: ActingCtx, vault: Vault, requestId: string | undefined) {
  if (!requestId) return null
  const [user] = await ctx.db.select({ email: users.email }).from(users).where(eq(users.id, ctx.actor.userId))
  return user?.email.endsWith('@demo.example') ? signingCode(vault, requestId) : null
}

/**
 * Who is it that signs: the password, and the code for this very document, used up. Must not run inside the transaction
 * of a command: a refusal would take the counts back. Problems: wrong-password, wrong-code at their fields, too-many.
 */
export async function vouchForSigning(
  ctx: ActingCtx,
  vault: Vault,
  { objectId, sha256 }: Signed,
  { password, code }: { password: string; code: string },
): Promise<void> {
  await assertPassword(ctx, password)
  const { personId, userId } = ctx.actor
  if (await hasFactor(ctx.db, userId)) {
    await takeCode(ctx, vault, userId, code)
    return
  }
  const rate = content().settings.rates.signInPerAccount
  await countAttempt(ctx, 'signing:code', personId, rate)
  const [asked] = await ctx.db
    .select()
    .from(signingCodes)
    .where(and(living(ctx, objectId), eq(signingCodes.sha256, sha256)))
    .orderBy(desc(signingCodes.id))
    .limit(1)
  const typed = code.replace(/\D/g, '')
  if (!asked || signingCode(vault, asked.id).replace(' ', '') !== typed)
    throw new Problem('wrong-code', {}, 'oneTimeCode')
  const [used] = await ctx.db
    .update(signingCodes)
    .set({ usedAt: ctx.now })
    .where(and(eq(signingCodes.id, asked.id), isNull(signingCodes.usedAt)))
    .returning({ id: signingCodes.id })
  if (!used) throw new Problem('wrong-code', {}, 'oneTimeCode')
  await forgiveAttempt(ctx, 'signing:code', personId, rate)
}

/** The request of a letter that is to be written. */
export async function askedCode(ctx: Pick<Ctx, 'db'>, requestId: string) {
  return found((await ctx.db.select().from(signingCodes).where(eq(signingCodes.id, requestId)))[0])
}

function living(ctx: ActingCtx, objectId: string) {
  return and(
    eq(signingCodes.personId, ctx.actor.personId),
    eq(signingCodes.objectId, objectId),
    isNull(signingCodes.usedAt),
    gt(signingCodes.expiresAt, ctx.now),
  )
}
