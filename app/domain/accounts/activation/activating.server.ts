/**
 * Beginning to sign in as a person whom the registry knows: by the link of a letter, or by the printed code with the
 * registry number. Guesses are counted by address and by number; a wrong number, a wrong code and a dead one are one
 * answer.
 *
 * Several people may share a mailbox. The account is found by its address only after its owner has confirmed it and
 * nobody confirmed it before; until then, and for all others of that mailbox, the sign-in is by number. A letter shows
 * whose the mailbox is: an account that nobody confirmed gives the address up to it.
 */
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { LinkActivation, SlipActivation } from '#app/domain/accounts/forms.ts'
import { countAttempt, forgiveAttempt } from '#app/domain/accounts/limiting.server.ts'
import { hashPassword } from '#app/domain/accounts/passwords.ts'
import { accountOf } from '#app/domain/accounts/signing-in.server.ts'
import { insertConsents } from '#app/domain/accounts/signing-up.server.ts'
import type { Vault } from '#app/domain/accounts/vault.ts'
import { atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'
import { consents, identities, people, sessions, signInSteps, users } from '#db/schema/index.ts'
import { hashOfCode, hashOfLink, livingCode, lockUnready, sealOfMailbox, spendCode } from './codes.server.ts'

type From = { address: string; locale: Locale }
type Chosen = { email: string; password: string; distribution?: 'on' | undefined }

/** By a printed code; returns the user, whose session the caller may begin. Problems: activation-wrong, too-many, account-exists, account-role. */
export async function activateByCode(
  ctx: Ctx,
  vault: Vault,
  value: z.output<typeof SlipActivation>,
  from: From,
): Promise<string> {
  const { signInPerAccount, signInPerAddress } = content().settings.rates
  const limits = [
    ['activate:address', from.address, signInPerAddress],
    ['activate:number', accountOf(value.number), signInPerAccount],
  ] as const
  for (const [kind, of, rate] of limits) await countAttempt(ctx, kind, of, rate)
  const [person] = await ctx.db
    .select({ id: people.id })
    .from(people)
    .where(sql`${people.number} = ${value.number.replace(/\D/g, '')}::bigint`)
  const hash = hashOfCode(vault, person?.id ?? '', value.code)
  const code = await livingCode(ctx, hash)
  if (!person || !code || code.kind === 'letter') throw new Problem('activation-wrong', {}, 'code')
  const userId = await begin(ctx, hash, value, from.locale)
  for (const [kind, of, rate] of limits) await forgiveAttempt(ctx, kind, of, rate)
  return userId
}

/** By the link of a letter: its mailbox is thereby confirmed. Problems: activation-dead, account-exists. */
export async function activateByLink(
  ctx: Ctx,
  secret: string,
  value: z.output<typeof LinkActivation>,
  from: From,
): Promise<string> {
  await countAttempt(ctx, 'activate:address', from.address, content().settings.rates.signInPerAddress)
  const letter = await letterOf(ctx, secret)
  if (!letter) throw new Problem('activation-dead')
  // the letter went to the address that stood in the closed base; another one since then was not shown to be theirs
  const [closed] = await ctx.db.execute<{ email: string | null }>(
    sql`select email from closed_contacts(null, 'activation', ${uuidv7()}, ${letter.personId})`,
  )
  if (!closed?.email || letter.mailbox !== sealOfMailbox(secret, closed.email))
    throw new Problem('activation-dead')
  return begin(ctx, hashOfLink(secret), { ...value, email: closed.email.toLowerCase() }, from.locale)
}

/** Whose account the link of a letter would begin; null when it opens nothing now. */
export async function letterOf(
  ctx: Ctx,
  secret: string,
): Promise<{ personId: string; number: number; mailbox: string | null } | null> {
  const code = await livingCode(ctx, hashOfLink(secret))
  if (code?.kind !== 'letter') return null
  const [row] = await ctx.db
    .select({ personId: people.id, number: people.number })
    .from(people)
    .where(eq(people.id, code.personId))
  return row ? { ...row, mailbox: code.mailbox } : null
}

async function begin(ctx: Ctx, hash: string, value: Chosen, locale: Locale): Promise<string> {
  const passwordHash = await hashPassword(value.password)
  return atomically(ctx, async (ctx) => {
    const { personId, kind } = await spendCode(ctx, hash)
    const { user } = await lockUnready(ctx, personId, kind)
    await lockMailbox(ctx, value.email)
    const confirmed = kind === 'letter' ? ctx.now : null
    if (confirmed) await freeMailbox(ctx, value.email, personId)
    const set = {
      ...{ email: value.email, passwordHash, emailConfirmedAt: confirmed },
      byEmail: confirmed !== null && (await mailboxFree(ctx, value.email, user?.id)),
    }
    const userId = user?.id ?? uuidv7()
    if (user) {
      await ctx.db.update(users).set(set).where(eq(users.id, user.id))
      await ctx.db.delete(sessions).where(eq(sessions.userId, user.id))
      await ctx.db.delete(signInSteps).where(eq(signInSteps.userId, user.id))
      // another service would still open the account for whoever had it
      await ctx.db.delete(identities).where(eq(identities.userId, user.id))
    } else {
      await ctx.db.insert(users).values({ ...set, id: userId, personId, locale, createdAt: ctx.now })
      await consent(ctx, personId, value.distribution === 'on')
    }
    await ctx.db.execute(sql`select closed_set_email(${personId}, ${value.email})`)
    const about = { by: kind, again: user !== null }
    const entry = await record(ctx, 'user.activated', { kind: 'user', id: userId }, about)
    if (user && user.email !== value.email)
      await ctx.db.execute(sql`select closed_leave_mailbox(${entry}, ${personId}, ${user.email})`)
    if (user) await record(ctx, 'password.changed', { kind: 'user', id: userId })
    return userId
  })
}

// A consent on paper may stand already; what the person says now is the newer word.
async function consent(ctx: Ctx, personId: string, distribution: boolean) {
  const standing = sql`${consents.withdrawnAt} is null`
  const kinds = distribution ? ['processing' as const, 'distribution' as const] : ['processing' as const]
  for (const kind of kinds)
    await ctx.db
      .update(consents)
      .set({ withdrawnAt: ctx.now })
      .where(and(eq(consents.personId, personId), eq(consents.kind, kind), standing))
  await insertConsents(ctx, personId, distribution)
}

// Whoever signed up with the address and never confirmed it goes on by number. Under `lockMailbox`.
async function freeMailbox(ctx: Ctx, email: string, personId: string) {
  const unshown = and(eq(users.email, email), isNull(users.emailConfirmedAt), ne(users.personId, personId))
  const passed = await ctx.db
    .update(users)
    .set({ byEmail: false })
    .where(and(unshown, eq(users.byEmail, true)))
    .returning({ id: users.id })
  for (const { id } of passed) await record(ctx, 'mailbox.passed', { kind: 'user', id })
}

/** Everybody who may take a mailbox as a login meets here. */
export async function lockMailbox(ctx: Ctx, email: string): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`sign-up:${email}`}))`)
}

/** Whether nobody else signs in by this address. Under `lockMailbox`. */
export async function mailboxFree(ctx: Ctx, email: string, userId = ''): Promise<boolean> {
  const others = and(eq(users.email, email), eq(users.byEmail, true))
  const [other] = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(userId === '' ? others : and(others, ne(users.id, userId)))
    .limit(1)
  return other === undefined
}
