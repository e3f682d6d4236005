/**
 * Consents: given with the version and hash of their text, withdrawn at any moment.
 *
 * A withdrawal only marks the row. Whatever was shown on its ground asks for a consent that stands, so the name is
 * hidden from the next request on, everywhere, and no published hash changes.
 */
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { consents, people, sessions, users } from '#db/schema/index.ts'
import { type ConsentKind, consentText } from './consent-texts.server.ts'
import { assertPassword } from './passwords.server.ts'
import { coveredBy, openedBy, type PublishedField } from './publication.ts'

/** Gives a consent to the text in force, wholly; returns its id. Problem('conflict') when it already stands. */
export async function giveConsent(ctx: ActingCtx, kind: ConsentKind): Promise<string> {
  return atomically(ctx, async (ctx) => {
    await lockConsents(ctx)
    const has = await standing(ctx, ctx.actor.personId)
    // a paper may cover some fields alone; this one covers all
    if (has.some((one) => one.kind === kind && one.fields === null)) throw new Problem('conflict')
    return give(ctx, kind, null)
  })
}

/**
 * The person's own choice of what everybody sees, field by field. What was opened before and is not chosen now is
 * withdrawn, on paper too, and hidden at once; what is chosen rests on a consent to the text of today unless one that
 * stays covers it. Problem('conflict') when nothing would change.
 */
export async function chooseDistribution(ctx: ActingCtx, chosen: readonly PublishedField[]): Promise<void> {
  await atomically(ctx, async (ctx) => {
    await lockConsents(ctx)
    const given = (await standing(ctx, ctx.actor.personId)).filter(({ kind }) => kind === 'distribution')
    const before = openedBy(given)
    if (before.length === chosen.length && before.every((field) => chosen.includes(field)))
      throw new Problem('conflict')
    const stay = given.filter((one) => openedBy([one]).every((field) => chosen.includes(field)))
    for (const one of given) if (!stay.includes(one)) await withdraw(ctx, one.id, 'distribution')
    const covered = openedBy(stay)
    if (chosen.some((field) => !covered.includes(field))) await give(ctx, 'distribution', coveredBy(chosen))
  })
}

/** Withdraws the consent to distribution: names and work shown on its ground are hidden. */
export async function withdrawDistribution(ctx: ActingCtx): Promise<void> {
  await withdrawKind(ctx, 'distribution')
}

/** Withdraws the consent to the use of the band: choices of panels from now on do without it. */
export async function withdrawBand(ctx: ActingCtx): Promise<void> {
  await withdrawKind(ctx, 'band')
}

/** Those of the people whose consent of this kind stands. */
export async function consenting(
  ctx: Pick<Ctx, 'db'>,
  personIds: readonly string[],
  kind: ConsentKind,
): Promise<Set<string>> {
  const rows = await ctx.db
    .selectDistinct({ personId: consents.personId })
    .from(consents)
    .where(
      and(
        ...[eq(consents.kind, kind), isNull(consents.withdrawnAt)],
        // an array is one parameter, however many candidates there are
        sql`${consents.personId} = any(${sql.param([...personIds])}::uuid[])`,
      ),
    )
  return new Set(rows.map(({ personId }) => personId))
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

async function withdrawKind(ctx: ActingCtx, kind: ConsentKind) {
  await atomically(ctx, async (ctx) => {
    await lockConsents(ctx)
    const given = (await standing(ctx, ctx.actor.personId)).filter((one) => one.kind === kind)
    if (given.length === 0) throw new Problem('conflict')
    // also those on paper: what is shown must rest on none of them
    for (const { id } of given) await withdraw(ctx, id, kind)
  })
}

function standing(ctx: Ctx, personId: string) {
  return ctx.db
    .select()
    .from(consents)
    .where(and(eq(consents.personId, personId), isNull(consents.withdrawnAt)))
}

async function give(ctx: ActingCtx, kind: ConsentKind, fields: PublishedField[] | null): Promise<string> {
  const { version, body } = consentText(kind)
  const [id, { personId }] = [uuidv7(), ctx.actor]
  await ctx.db
    .insert(consents)
    .values({ id, personId, kind, version, textSha256: sha256(body), givenAt: ctx.now, fields })
  const about = { consent: id, of: kind, version, ...(fields ? { fields } : {}) }
  await record(ctx, 'consent.given', { kind: 'person', id: personId }, about)
  return id
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
