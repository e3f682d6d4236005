/**
 * The second step of sign-in. Between the steps the browser holds a ticket, which opens nothing by itself: it says
 * whose password was right a few minutes ago and where to go afterwards.
 */
import { randomBytes } from 'node:crypto'
import { and, eq, gt, lt } from 'drizzle-orm'
import { atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { signInSteps, users } from '#db/schema/index.ts'
import { actorOf } from './actor.server.ts'
import { countAttempt, forgiveAttempt } from './limiting.server.ts'
import { type Means, takeCode } from './one-time.server.ts'
import type { Vault } from './vault.ts'

export interface Step {
  userId: string
  next: string
}

/** Gives the ticket after the first step; `next` must be a path of this site. */
export async function beginStep(ctx: Ctx, vault: Vault, { userId, next }: Step): Promise<string> {
  const ticket = randomBytes(32).toString('base64url')
  const expiresAt = new Date(ctx.now.getTime() + content().settings.secondFactor.stepMinutes * 60_000)
  await ctx.db.delete(signInSteps).where(lt(signInSteps.expiresAt, ctx.now))
  await ctx.db
    .insert(signInSteps)
    .values({ hash: hashOf(vault, ticket), userId, next: next.slice(0, 2000), expiresAt })
  return ticket
}

/** Whose ticket it is, or null when it is unknown, used or too old, or the account was closed meanwhile. */
export async function stepOfTicket(ctx: Ctx, vault: Vault, ticket: string | undefined): Promise<Step | null> {
  if (!ticket) return null
  const [row] = await ctx.db
    .select({ userId: signInSteps.userId, next: signInSteps.next, disabledAt: users.disabledAt })
    .from(signInSteps)
    .innerJoin(users, eq(users.id, signInSteps.userId))
    .where(and(eq(signInSteps.hash, hashOf(vault, ticket)), gt(signInSteps.expiresAt, ctx.now)))
  return row && row.disabledAt === null ? { userId: row.userId, next: row.next } : null
}

/**
 * Takes ticket and code and says who is signed in, by what, and where to. The ticket is used up by a right code alone.
 * Problem('step-dead'), Problem('wrong-code') at the field, or Problem('too-many').
 */
export async function passStep(
  ctx: Ctx,
  vault: Vault,
  { ticket, code, address }: { ticket: string | undefined; code: string; address: string },
): Promise<Step & { means: Means }> {
  const rate = content().settings.rates.signInPerAddress
  await countAttempt(ctx, 'code:address', address, rate)
  const step = await stepOfTicket(ctx, vault, ticket)
  if (!step || !ticket) throw new Problem('step-dead')
  const means = await takeCode(ctx, vault, step.userId, code)
  const actor = await actorOf(ctx.db, step, dayOf(ctx.now, ctx.zone))
  if (!actor) throw new Problem('step-dead')
  await atomically({ ...ctx, actor }, async (ctx) => {
    const [used] = await ctx.db
      .delete(signInSteps)
      .where(eq(signInSteps.hash, hashOf(vault, ticket)))
      .returning({ userId: signInSteps.userId })
    if (!used) throw new Problem('step-dead')
    await record(ctx, 'user.signed-in', { kind: 'user', id: step.userId }, { secondFactor: means })
    if (means === 'recovery') await record(ctx, 'factor.recovery-used', { kind: 'user', id: step.userId })
  })
  await forgiveAttempt(ctx, 'code:address', address, rate)
  return { ...step, means }
}

function hashOf(vault: Vault, ticket: string): string {
  return vault.hash(ticket, 'sign-in step')
}
