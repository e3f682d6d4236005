/**
 * The agreement on the use of a simple electronic signature: joined with the password and left at any time. What was
 * signed while it was joined stays signed.
 */
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { assertPassword } from '#app/domain/accounts/passwords.server.ts'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { activationCodes, identityChecks, signingAccords, users } from '#db/schema/index.ts'

/** The text in force: a page of content with a version, so that a record can name what was agreed. */
export function accordText(): { title: string; version: string; body: string } {
  const page = content().pages.find(({ slug, language }) => slug === 'simple-signature' && language === 'ru')
  if (!page?.version) throw new RangeError('content/pages/simple-signature.md with a version is missing')
  return { title: page.title, version: page.version, body: page.body }
}

/** Joins the agreement. Problems: wrong-password at the field, conflict when it is joined already. */
export async function joinAccord(ctx: ActingCtx, password: string): Promise<void> {
  await assertPassword(ctx, password)
  await atomically(ctx, async (ctx) => {
    await ctx.db.select({ id: users.id }).from(users).where(eq(users.id, ctx.actor.userId)).for('update')
    const { personId } = ctx.actor
    const { version, body } = accordText()
    const row = { id: uuidv7(), personId, version, textSha256: sha256(body), joinedAt: ctx.now }
    const [joined] = await ctx.db.insert(signingAccords).values(row).onConflictDoNothing().returning()
    if (!joined) throw new Problem('conflict')
    await record(ctx, 'accord.joined', { kind: 'person', id: personId }, { version })
  })
}

/** Leaves it: from now on nothing can be signed so. Problem('conflict') when it is not joined. */
export async function leaveAccord(ctx: ActingCtx): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { personId } = ctx.actor
    const [left] = await ctx.db
      .update(signingAccords)
      .set({ leftAt: ctx.now })
      .where(and(eq(signingAccords.personId, personId), isNull(signingAccords.leftAt)))
      .returning()
    if (!left) throw new Problem('conflict')
    await record(ctx, 'accord.left', { kind: 'person', id: personId })
  })
}

export interface SigningState {
  /** by which document, or null while nobody has checked who the person is */
  identity: { document: string; day: string } | null
  /** the agreement that the person has joined, when its text is the one in force */
  accord: { id: string; version: string; joinedAt: Date } | null
}

/** Whether the person may sign simply: identity and agreement. */
export async function signingState(ctx: Pick<Ctx, 'db'>, personId: string): Promise<SigningState> {
  const [checked] = await ctx.db
    .select({ document: identityChecks.document, day: identityChecks.checkedOn })
    .from(identityChecks)
    .where(eq(identityChecks.personId, personId))
    .orderBy(desc(identityChecks.id))
    .limit(1)
  const [handed] = checked
    ? []
    : await ctx.db
        .select({ document: activationCodes.checked, day: activationCodes.checkedOn })
        .from(activationCodes)
        .where(
          and(
            eq(activationCodes.personId, personId),
            eq(activationCodes.kind, 'counter'),
            isNotNull(activationCodes.usedAt),
          ),
        )
        .orderBy(desc(activationCodes.id))
        .limit(1)
  const { version } = accordText()
  const [accord] = await ctx.db
    .select({
      id: signingAccords.id,
      version: signingAccords.version,
      joinedAt: signingAccords.joinedAt,
    })
    .from(signingAccords)
    .where(
      and(
        eq(signingAccords.personId, personId),
        isNull(signingAccords.leftAt),
        eq(signingAccords.version, version),
      ),
    )
  const known = checked ?? handed
  return {
    identity: known ? { document: known.document, day: known.day ?? '' } : null,
    accord: accord ?? null,
  }
}

/** Writes down that somebody saw a document of the person; the caller has asked the rule of its room. */
export async function keepIdentity(
  ctx: ActingCtx,
  personId: string,
  { document, checkedOn }: { document: string; checkedOn: string },
): Promise<void> {
  if (personId === ctx.actor.personId) throw new Problem('own-identity')
  if (checkedOn > ctx.actor.today) throw new Problem('day-future', {}, 'checkedOn')
  const { personId: checkedById } = ctx.actor
  const row = { id: uuidv7(), personId, document, checkedOn, checkedById, checkedAt: ctx.now }
  await ctx.db.insert(identityChecks).values(row)
  await record(ctx, 'identity.checked', { kind: 'person', id: personId }, { checkedOn })
}
