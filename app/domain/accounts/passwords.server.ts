/** Changing a password: by a letter when it is forgotten, or with the one in use. */
import { and, eq, isNotNull, ne, or, sql } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { identities, sessions, signInSteps, users } from '#db/schema/index.ts'
import { countAttempt, forgiveAttempt } from './limiting.server.ts'
import { hashPassword, passwordMatches } from './passwords.ts'
import { accountOf, userByLogin } from './signing-in.server.ts'
import { tokenLives, useToken } from './tokens.server.ts'

/** Asks for a letter with a link. Says nothing about whether the account exists. */
export async function requestReset(ctx: Ctx, login: string, address: string): Promise<void> {
  const { resetPerAccount, signInPerAddress } = content().settings.rates
  await countAttempt(ctx, 'reset:address', address, signInPerAddress)
  await countAttempt(ctx, 'reset:account', accountOf(login), resetPerAccount)
  const user = await userByLogin(ctx, login)
  // A letter to a mailbox that several read would open the account to any of them: they ask for a new slip.
  if (!user?.byEmail || user.disabledAt !== null || (await readByOthers(ctx, user))) return
  await atomically(ctx, (ctx) => record(ctx, 'reset.requested', { kind: 'user', id: user.id }))
}

async function readByOthers(ctx: Ctx, { id, email }: { id: string; email: string }): Promise<boolean> {
  const began = sql`exists (select from activation_codes c where c.person_id = ${users.personId} and c.used_at is not null)`
  const [other] = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.email, email),
        ne(users.id, id),
        // whoever began by a slip reads this mailbox too, confirmed or not; a stranger who signed up with it does not
        or(isNotNull(users.emailConfirmedAt), began),
      ),
    )
    .limit(1)
  return other !== undefined
}

/** Sets a new password by the link of the letter and ends every session. The mailbox is thereby confirmed too. */
export async function resetPassword(ctx: Ctx, secret: string, newPassword: string): Promise<string> {
  // Hashing is dear: nobody has us do it without a link.
  if (!(await tokenLives(ctx, secret, 'reset'))) throw new Problem('token-dead')
  const passwordHash = await hashPassword(newPassword)
  return atomically(ctx, async (ctx) => {
    const userId = await useToken(ctx, secret, 'reset')
    const user = await lockUser(ctx, userId)
    if (user.disabledAt !== null) throw new Problem('token-dead')
    await ctx.db
      .update(users)
      .set({ passwordHash, emailConfirmedAt: user.emailConfirmedAt ?? ctx.now })
      .where(eq(users.id, userId))
    await ctx.db.delete(sessions).where(eq(sessions.userId, userId))
    await ctx.db.delete(signInSteps).where(eq(signInSteps.userId, userId))
    // whoever had come in before may have tied a way back
    await ctx.db.delete(identities).where(eq(identities.userId, userId))
    await record(ctx, 'password.reset', { kind: 'user', id: userId })
    return userId
  })
}

/** Sets a new password and ends every session but this one (`keepSession` is its stored id). */
export async function changePassword(
  ctx: ActingCtx,
  current: string,
  newPassword: string,
  keepSession: string | null,
): Promise<void> {
  const { userId } = ctx.actor
  await assertPassword(ctx, current)
  const passwordHash = await hashPassword(newPassword)
  await atomically(ctx, async (ctx) => {
    await lockUser(ctx, userId)
    await ctx.db.update(users).set({ passwordHash }).where(eq(users.id, userId))
    const others = keepSession
      ? and(eq(sessions.userId, userId), ne(sessions.id, keepSession))
      : eq(sessions.userId, userId)
    await ctx.db.delete(sessions).where(others)
    await ctx.db.delete(signInSteps).where(eq(signInSteps.userId, userId))
    await record(ctx, 'password.changed', { kind: 'user', id: userId })
  })
}

/**
 * Problem('wrong-password') at the field unless this is the actor's password; Problem('too-many') for who guesses at a
 * session that was left open. Wherever the password is asked for again, guesses count together.
 */
export async function assertPassword(ctx: ActingCtx, password: string): Promise<void> {
  const { userId } = ctx.actor
  const rate = content().settings.rates.signInPerAccount
  await countAttempt(ctx, 'password:account', userId, rate)
  const [user] = await ctx.db.select().from(users).where(eq(users.id, userId))
  if (!(await passwordMatches(user?.passwordHash, password)))
    throw new Problem('wrong-password', {}, 'currentPassword')
  await forgiveAttempt(ctx, 'password:account', userId, rate)
}

/** The user's row, locked for the rest of the transaction. */
export async function lockUser(ctx: Ctx, userId: string) {
  const [user] = await ctx.db.select().from(users).where(eq(users.id, userId)).for('update')
  if (!user) throw new Problem('not-found')
  return user
}
