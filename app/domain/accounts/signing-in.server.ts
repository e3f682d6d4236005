/**
 * Signing in, by e-mail or by the public number, with a password.
 *
 * An unknown account, a closed one and a wrong password give the same answer after the same work. The session is
 * begun by the caller: this room does not know cookies.
 */
import { and, eq, or, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { people, users } from '#db/schema/index.ts'
import { actorOf } from './actor.server.ts'
import type { SignIn } from './forms.ts'
import { countAttempt, forgiveAttempt } from './limiting.server.ts'
import { hasFactor } from './one-time.server.ts'
import { passwordMatches } from './passwords.ts'

/** The id of the user who may sign in with these; Problem('wrong-credentials') or Problem('too-many') otherwise. */
export async function signIn(
  ctx: Ctx,
  { login, password }: Pick<z.output<typeof SignIn>, 'login' | 'password'>,
  address: string,
): Promise<string> {
  const { signInPerAccount, signInPerAddress } = content().settings.rates
  await countAttempt(ctx, 'sign-in:address', address, signInPerAddress)
  const account = accountOf(login)
  await countAttempt(ctx, 'sign-in:account', account, signInPerAccount)
  const user = await userByLogin(ctx, account)
  const matches = await passwordMatches(user?.passwordHash, password)
  if (!user || !matches || user.disabledAt !== null) throw new Problem('wrong-credentials')

  await forgiveAttempt(ctx, 'sign-in:address', address, signInPerAddress)
  await forgiveAttempt(ctx, 'sign-in:account', account, signInPerAccount)
  // From here on it is the person who acts.
  const actor = await actorOf(ctx.db, { userId: user.id }, dayOf(ctx.now, ctx.zone))
  // With a second step to come nobody is signed in yet; that somebody knows the password is on record all the same.
  const kind = (await hasFactor(ctx.db, user.id)) ? 'user.password-passed' : 'user.signed-in'
  await atomically({ ...ctx, actor }, (ctx) => record(ctx, kind, { kind: 'user', id: user.id }))
  return user.id
}

export type User = typeof users.$inferSelect

/**
 * A login as limits count it: one key however a number is spelt. Never the user behind it: who is refused by a number
 * after trying an address would learn whose number it is.
 */
export function accountOf(login: string): string {
  const account = login.trim().toLowerCase()
  const number = numberIn(account)
  return number ? `№ ${number}` : account
}

function numberIn(account: string): string | undefined {
  return /^№?\s*([1-9]\d{0,9})$/.exec(account)?.[1]
}

/**
 * The user of an e-mail or of a public number (`1207` or `№ 1207`), or undefined. An address names one account at most:
 * others who share the mailbox are found by number alone.
 */
export async function userByLogin(ctx: Ctx, login: string): Promise<User | undefined> {
  const account = login.trim().toLowerCase()
  const number = numberIn(account)
  const [row] = await ctx.db
    .select({ user: users })
    .from(users)
    .innerJoin(people, eq(people.id, users.personId))
    .where(
      or(
        and(eq(users.email, account), users.byEmail),
        number ? sql`${people.number} = ${number}::bigint` : undefined,
      ),
    )
    .limit(1)
  return row?.user
}
