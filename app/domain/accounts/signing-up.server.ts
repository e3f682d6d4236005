/**
 * Signing up. The answer is the same whether the e-mail is known or not: who reads the mailbox learns the rest.
 *
 * The letter is written by the mail consumer from the log; no token exists in the process that serves the form.
 */
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import { sha256 } from '#app/domain/canonical.ts'
import { atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'
import { consents, people, users } from '#db/schema/index.ts'
import { consentText } from './consent-texts.server.ts'
import type { SignUp } from './forms.ts'
import { countAttempt } from './limiting.server.ts'
import { hashPassword } from './passwords.ts'

/** Makes a person and a sign-in, or has its owner told that somebody tried. Returns nothing either way. */
export async function signUp(
  ctx: Ctx,
  value: z.output<typeof SignUp>,
  from: { address: string; locale: Locale },
): Promise<void> {
  await countAttempt(ctx, 'sign-up:address', from.address, content().settings.rates.signUpPerAddress)
  const passwordHash = await hashPassword(value.password)
  await atomically(ctx, async (ctx) => {
    // Two sign-ups with one address meet here, not at the unique index.
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`sign-up:${value.email}`}))`)
    const known = await userIdOf(ctx, value.email)
    if (known) {
      await record(ctx, 'user.sign-up-repeated', { kind: 'user', id: known })
      return
    }
    const { personId, userId } = await insertUser(ctx, value, passwordHash, from.locale)
    await ctx.db.execute(sql`select closed_set_contacts(${personId}, ${value.email}, null)`)
    await insertConsents(ctx, personId, value.distribution === 'on')
    await record(ctx, 'user.signed-up', { kind: 'user', id: userId })
  })
}

/** Writes person and sign-in; the caller has checked that the e-mail is free. */
export async function insertUser(
  ctx: Ctx,
  value: Pick<z.output<typeof SignUp>, 'familyName' | 'givenName' | 'patronymic' | 'email'>,
  passwordHash: string,
  locale: Locale,
): Promise<{ personId: string; userId: string }> {
  const [personId, userId] = [uuidv7(), uuidv7()]
  const { familyName, givenName, patronymic, email } = value
  await ctx.db
    .insert(people)
    .values({ id: personId, familyName, givenName, patronymic, source: 'signup', createdAt: ctx.now })
  await ctx.db.insert(users).values({ id: userId, personId, email, passwordHash, locale, createdAt: ctx.now })
  return { personId, userId }
}

/** Both consents as given with the form: to processing always, to distribution only when it was ticked. */
export async function insertConsents(ctx: Ctx, personId: string, distribution: boolean): Promise<void> {
  const kinds = distribution ? (['processing', 'distribution'] as const) : (['processing'] as const)
  await ctx.db.insert(consents).values(
    kinds.map((kind) => {
      const { version, body } = consentText(kind)
      return { personId, kind, version, textSha256: sha256(body), givenAt: ctx.now }
    }),
  )
}

async function userIdOf(ctx: Ctx, email: string): Promise<string | undefined> {
  const [row] = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.email, email), users.byEmail))
  return row?.id
}
