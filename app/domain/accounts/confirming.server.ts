/**
 * Confirming that the mailbox is its owner's.
 *
 * Anybody can sign up with the address of somebody else and wait until its owner follows the link; with the link alone
 * the stranger's password would open an account that its owner has vouched for. So the link confirms only together with
 * the password chosen at sign-up, or for the one signed in with it. An owner who did not sign up cannot confirm by
 * mistake; setting a new password by letter takes the account over and ends every session of the stranger.
 */
import { eq } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { users } from '#db/schema/index.ts'
import { lockMailbox, mailboxFree } from './activation/activating.server.ts'
import { countAttempt } from './limiting.server.ts'
import { lockUser } from './passwords.server.ts'
import { passwordMatches } from './passwords.ts'
import { tokenOwner, useToken } from './tokens.server.ts'

/** Whether the link works, and whether its page must ask for the password: not of who is signed in with it. */
export async function confirmationOf(ctx: Ctx, secret: string): Promise<{ alive: boolean; asks: boolean }> {
  const userId = await tokenOwner(ctx, secret, 'confirm')
  return { alive: userId !== null, asks: userId !== ctx.actor?.userId }
}

/**
 * Confirms by the link of the letter and the password of the account; returns the user, whose session the caller may
 * begin. Problem('not-your-password') leaves the link as it was.
 */
export async function confirmEmail(ctx: Ctx, secret: string, password: string): Promise<string> {
  const known = await vouchedHash(ctx, secret, password)
  return atomically(ctx, async (ctx) => {
    const userId = await useToken(ctx, secret, 'confirm')
    const user = await lockUser(ctx, userId)
    // another password since it was compared: whoever holds the letter now has another way
    if (user.disabledAt !== null || user.passwordHash !== known) throw new Problem('token-dead')
    await lockMailbox(ctx, user.email)
    const byEmail = user.byEmail || (await mailboxFree(ctx, user.email, userId))
    await ctx.db
      .update(users)
      .set({ emailConfirmedAt: user.emailConfirmedAt ?? ctx.now, byEmail })
      .where(eq(users.id, userId))
    await record(ctx, 'email.confirmed', { kind: 'user', id: userId })
    return userId
  })
}

/** The hash that the password was compared with; of who is signed in with it nothing is asked again. */
async function vouchedHash(ctx: Ctx, secret: string, password: string): Promise<string> {
  const userId = await tokenOwner(ctx, secret, 'confirm')
  if (userId === null) throw new Problem('token-dead')
  const [user] = await ctx.db.select({ hash: users.passwordHash }).from(users).where(eq(users.id, userId))
  const hash = user?.hash ?? ''
  if (ctx.actor?.userId === userId) return hash
  await countAttempt(ctx, 'confirm:password', userId, content().settings.rates.signInPerAccount)
  if (!(await passwordMatches(hash, password))) throw new Problem('not-your-password', {}, 'password')
  return hash
}

/** Asks for the letter once more. */
export async function requestConfirmation(ctx: ActingCtx): Promise<void> {
  if (ctx.actor.emailConfirmed) throw new Problem('already-confirmed')
  const { userId } = ctx.actor
  await countAttempt(ctx, 'confirm:account', userId, content().settings.rates.resetPerAccount)
  await atomically(ctx, (ctx) => record(ctx, 'confirmation.requested', { kind: 'user', id: userId }))
}
