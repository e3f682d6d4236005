/**
 * Consents: given with the version and hash of their text, withdrawn at any moment.
 *
 * A withdrawal only marks the row. Whatever was shown on its ground asks for a consent that stands, so the name is
 * hidden from the next request on, everywhere, and no published hash changes.
 */
import { and, desc, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { consents, people, sessions, users } from '#db/schema/index.ts'
import { type ConsentKind, consentText } from './consent-texts.server.ts'
import { assertPassword } from './passwords.server.ts'

/** Gives a consent to the text in force; returns its id. Problem('conflict') when it already stands. */
export async function giveConsent(ctx: ActingCtx, kind: ConsentKind): Promise<string> {
  return atomically(ctx, async (ctx) => {
    await lockConsents(ctx)
    const has = await standing(ctx, ctx.actor.personId)
    // a paper may cover some fields alone; this one covers all
    if (has.some((one) => one.kind === kind && one.fields === null)) throw new Problem('conflict')
    const { version, body } = consentText(kind)
    const id = uuidv7()
    await ctx.db
      .insert(consents)
      .values({ id, personId: ctx.actor.personId, kind, version, textSha256: sha256(body), givenAt: ctx.now })
    await record(
      ctx,
      'consent.given',
      { kind: 'person', id: ctx.actor.personId },
      { consent: id, of: kind, version },
    )
    return id
  })
}

/** Withdraws the consent to distribution: names and work shown on its ground are hidden. */
export async function withdrawDistribution(ctx: ActingCtx): Promise<void> {
  await atomically(ctx, async (ctx) => {
    await lockConsents(ctx)
    const given = (await standing(ctx, ctx.actor.personId)).filter(({ kind }) => kind === 'distribution')
    if (given.length === 0) throw new Problem('conflict')
    // also those on paper: what is shown must rest on none of them
    for (const { id } of given) await withdraw(ctx, id, 'distribution')
  })
}

/** Withdraws every consent and closes the sign-in: without consent to processing there is no account. */
export async function closeAccount(ctx: ActingCtx, currentPassword: string): Promise<void> {
  await assertPassword(ctx, currentPassword)
  await atomically(ctx, async (ctx) => {
    await lockConsents(ctx)
    const { personId, userId } = ctx.actor
    for (const { id, kind } of await standing(ctx, personId)) await withdraw(ctx, id, kind)
    await ctx.db.update(users).set({ disabledAt: ctx.now }).where(eq(users.id, userId))
    await ctx.db.delete(sessions).where(eq(sessions.userId, userId))
    await record(ctx, 'user.closed', { kind: 'user', id: userId })
  })
}

/** The consent that stands, or undefined. */
export async function standingConsent(ctx: Ctx, personId: string, kind: ConsentKind) {
  return (await standing(ctx, personId)).find((consent) => consent.kind === kind)
}

/** All consents of the actor, also withdrawn ones, newest first. */
export async function consentsOf(ctx: ActingCtx) {
  return ctx.db
    .select()
    .from(consents)
    .where(eq(consents.personId, ctx.actor.personId))
    .orderBy(desc(consents.id))
}

function standing(ctx: Ctx, personId: string) {
  return ctx.db
    .select()
    .from(consents)
    .where(and(eq(consents.personId, personId), isNull(consents.withdrawnAt)))
}

async function withdraw(ctx: ActingCtx, id: string, kind: ConsentKind) {
  await ctx.db.update(consents).set({ withdrawnAt: ctx.now }).where(eq(consents.id, id))
  await record(
    ctx,
    'consent.withdrawn',
    { kind: 'person', id: ctx.actor.personId },
    { consent: id, of: kind },
  )
}

// Two clicks at once must not give a consent twice.
async function lockConsents(ctx: ActingCtx) {
  await ctx.db.select({ id: people.id }).from(people).where(eq(people.id, ctx.actor.personId)).for('update')
}
