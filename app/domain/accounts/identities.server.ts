/**
 * Signing in by another service (OpenID Connect): an identity there is tied to an account here by its owner, who is
 * signed in to both at that moment. Nobody is ever matched by a mail address: whoever fills in addresses at the other
 * service would choose whose account opens.
 */
import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { identities, users } from '#db/schema/index.ts'
import { actorOf } from './actor.server.ts'
import { hasFactor } from './one-time.server.ts'
import { accountRules } from './rules.ts'

/** Somebody as another service names them. */
export interface Identity {
  issuer: string
  subject: string
}

/** Ties an identity to the account of the actor. Problem('identity-taken'): it opens another account. */
export async function linkIdentity(ctx: ActingCtx, { issuer, subject }: Identity): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { userId, personId } = ctx.actor
    await ctx.db.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update')
    authorize(accountRules.linkIdentity, ctx.actor, { personId })
    const taken = and(eq(identities.issuer, issuer), eq(identities.subject, subject))
    const [known] = await ctx.db.select({ userId: identities.userId }).from(identities).where(taken)
    if (known?.userId === userId) return
    if (known) throw new Problem('identity-taken')
    await ctx.db.delete(identities).where(and(eq(identities.userId, userId), eq(identities.issuer, issuer)))
    const id = uuidv7()
    const [tied] = await ctx.db
      .insert(identities)
      .values({ id, userId, issuer, subject, linkedAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: identities.id })
    if (!tied) throw new Problem('identity-taken')
    await record(ctx, 'identity.linked', { kind: 'user', id: userId }, { identity: id })
  })
}

/** Unties what the actor tied with this service; tied to nothing it changes nothing. */
export async function unlinkIdentity(ctx: ActingCtx, issuer: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { userId, personId } = ctx.actor
    authorize(accountRules.linkIdentity, ctx.actor, { personId })
    const [gone] = await ctx.db
      .delete(identities)
      .where(and(eq(identities.userId, userId), eq(identities.issuer, issuer)))
      .returning({ id: identities.id })
    if (gone) await record(ctx, 'identity.unlinked', { kind: 'user', id: userId }, { identity: gone.id })
  })
}

/**
 * The id of the user whom an identity opens. Problem('identity-unknown') when it opens none, and also when the account
 * was closed: who closed it need not be told at another service's door.
 */
export async function signInBy(ctx: Ctx, { issuer, subject }: Identity): Promise<string> {
  const own = and(eq(identities.issuer, issuer), eq(identities.subject, subject))
  const [row] = await ctx.db
    .select({ id: users.id, disabledAt: users.disabledAt })
    .from(identities)
    .innerJoin(users, eq(users.id, identities.userId))
    .where(own)
  if (!row || row.disabledAt !== null) throw new Problem('identity-unknown')
  await ctx.db.update(identities).set({ usedAt: ctx.now }).where(own)
  const actor = await actorOf(ctx.db, { userId: row.id }, dayOf(ctx.now, ctx.zone))
  const kind = (await hasFactor(ctx.db, row.id)) ? 'user.identity-passed' : 'user.signed-in'
  await atomically({ ...ctx, actor }, (ctx) => record(ctx, kind, { kind: 'user', id: row.id }))
  return row.id
}

/** When the actor tied an identity of the service, or null. */
export async function linkedAt(ctx: ActingCtx, issuer: string): Promise<Date | null> {
  const [row] = await ctx.db
    .select({ linkedAt: identities.linkedAt })
    .from(identities)
    .where(and(eq(identities.userId, ctx.actor.userId), eq(identities.issuer, issuer)))
  return row?.linkedAt ?? null
}
