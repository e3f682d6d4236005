/**
 * The first administrator of an empty instance. While nobody may see the administrator's pages, each start prints a
 * one-time link; only its hash is kept, and it dies when it is used, when the next start prints another, or in a day.
 */
import { createHash, randomBytes } from 'node:crypto'
import { eq, inArray, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'
import type { Db } from '#db/client.ts'
import { grants, instance } from '#db/schema/index.ts'
import type { SignUp } from './forms.ts'
import { hashPassword } from './passwords.ts'
import { insertConsents, insertUser } from './signing-up.server.ts'

const KEY = 'first-admin'
const HOURS = 24

type Offer = { hash: string; until: string }

/** The secret of the link to print, or null when there is an administrator already. */
export async function offerFirstAdmin(db: Db, now: Date): Promise<string | null> {
  if (await hasAdmin(db)) return null
  const secret = randomBytes(32).toString('base64url')
  const value: Offer = {
    hash: hashOf(secret),
    until: new Date(now.getTime() + HOURS * 3_600_000).toISOString(),
  }
  await db
    .insert(instance)
    .values({ key: KEY, value, secret: true })
    .onConflictDoUpdate({ target: instance.key, set: { value } })
  return secret
}

/** Whether the link still works; Problem('token-dead') when not. */
export async function checkFirstAdmin(ctx: Ctx, secret: string): Promise<void> {
  const [row] = await ctx.db.select().from(instance).where(eq(instance.key, KEY))
  if (!matches(row?.value, secret, ctx.now) || (await hasAdmin(ctx.db))) throw new Problem('token-dead')
}

/** Makes the person, the sign-in and the grant; the link is used up. Gives the user to sign in. */
export async function becomeFirstAdmin(
  ctx: Ctx,
  secret: string,
  value: z.output<typeof SignUp>,
  locale: Locale,
): Promise<string> {
  await checkFirstAdmin(ctx, secret)
  const passwordHash = await hashPassword(value.password)
  return atomically(ctx, async (ctx) => {
    // Two who hold the link meet at this row; the second finds it gone.
    const [row] = await ctx.db.select().from(instance).where(eq(instance.key, KEY)).for('update')
    if (!matches(row?.value, secret, ctx.now) || (await hasAdmin(ctx.db))) throw new Problem('token-dead')
    await ctx.db.delete(instance).where(eq(instance.key, KEY))
    const { personId, userId } = await insertUser(ctx, value, passwordHash, locale)
    await ctx.db.execute(sql`select closed_set_contacts(${personId}, ${value.email}, null)`)
    await insertConsents(ctx, personId, value.distribution === 'on')
    const during = `[${dayOf(ctx.now, ctx.zone)},)`
    const [role] = adminRoles()
    if (!role) throw new RangeError('content/roles.yaml has no role with page.admin')
    await ctx.db.insert(grants).values({ personId, role, scopeKind: 'region', during, ground: KEY })
    await record(ctx, 'admin.first', { kind: 'user', id: userId })
    return userId
  })
}

function adminRoles(): string[] {
  return content().roles.roles.flatMap(({ code, can }) => (can['page.admin'] === 'all' ? [code] : []))
}

async function hasAdmin(db: Db): Promise<boolean> {
  const rows = await db
    .select({ id: grants.id })
    .from(grants)
    .where(inArray(grants.role, adminRoles()))
    .limit(1)
  return rows.length > 0
}

function matches(value: unknown, secret: string, now: Date): boolean {
  const { hash, until } = (value ?? {}) as Partial<Offer>
  return hash === hashOf(secret) && until !== undefined && until > now.toISOString()
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
