/** Confirming that the mailbox is its owner's. */
import { eq } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { users } from '#db/schema/index.ts'
import { countAttempt } from './limiting.server.ts'
import { lockUser } from './passwords.server.ts'
import { useToken } from './tokens.server.ts'

/** Confirms by the link of the letter; returns the user, whose session the caller may begin. */
export async function confirmEmail(ctx: Ctx, secret: string): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const userId = await useToken(ctx, secret, 'confirm')
    const user = await lockUser(ctx, userId)
    if (user.disabledAt !== null) throw new Problem('token-dead')
    await ctx.db
      .update(users)
      .set({ emailConfirmedAt: user.emailConfirmedAt ?? ctx.now })
      .where(eq(users.id, userId))
    await record(ctx, 'email.confirmed', { kind: 'user', id: userId })
    return userId
  })
}

/** Asks for the letter once more. */
export async function requestConfirmation(ctx: ActingCtx): Promise<void> {
  if (ctx.actor.emailConfirmed) throw new Problem('already-confirmed')
  const { userId } = ctx.actor
  await countAttempt(ctx, 'confirm:account', userId, content().settings.rates.resetPerAccount)
  await atomically(ctx, (ctx) => record(ctx, 'confirmation.requested', { kind: 'user', id: userId }))
}
