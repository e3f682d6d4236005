/**
 * One-time codes and links by which a known person begins to sign in. The database keeps their hashes alone: what is
 * printed is known to its reader, what is sent to the owner of the mailbox. Issuing a newer one ends those before it.
 */
import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto'
import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Vault } from '#app/domain/accounts/vault.ts'
import type { Ctx } from '#app/domain/ctx.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { activationCodes, deputies, erasures, grants, people, users } from '#db/schema/index.ts'

type Code = typeof activationCodes.$inferSelect
export type CodeKind = Code['kind']

// Without letters and digits that are taken for each other when copied by hand.
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const [GROUPS, LONG] = [3, 4]

/** A code as it is printed: three groups of four, 59 bits. */
export function newCode(): string {
  const group = () => Array.from({ length: LONG }, () => signs[randomInt(signs.length)]).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}

/** What is kept of a printed code: with the instance's key, for so few letters could be tried out from a stolen table. */
export function hashOfCode(vault: Vault, personId: string, typed: string): string {
  return vault.hash(typed.toUpperCase().replace(/[^0-9A-Z]/g, ''), `activation ${personId}`)
}

/** The secret of a link and what is kept of it. */
export function newLink(): { secret: string; hash: string } {
  const secret = randomBytes(32).toString('base64url')
  return { secret, hash: hashOfLink(secret) }
}

export function hashOfLink(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** The address that a letter went to, as it is kept: whoever has the table and not the link cannot try addresses out. */
export function sealOfMailbox(secret: string, email: string): string {
  return createHmac('sha256', secret).update(`mailbox ${email.toLowerCase()}`).digest('hex')
}

/** Keeps a new code of the person and ends the older ones. The caller holds the lock of `lockUnready`. */
export async function keepCode(
  ctx: Pick<Ctx, 'db' | 'now'>,
  code: Pick<Code, 'personId' | 'kind' | 'hash' | 'issuedById'> & { minutes: number } & Partial<Code>,
): Promise<Date> {
  const { minutes, ...row } = code
  await endCodes(ctx, code.personId)
  const expiresAt = new Date(ctx.now.getTime() + minutes * 60_000)
  await ctx.db.insert(activationCodes).values({ ...row, id: uuidv7(), issuedAt: ctx.now, expiresAt })
  return expiresAt
}

/** Ends the codes of the person that would still work. */
export async function endCodes(ctx: Pick<Ctx, 'db' | 'now'>, personId: string): Promise<void> {
  const living = and(
    eq(activationCodes.personId, personId),
    isNull(activationCodes.usedAt),
    isNull(activationCodes.endedAt),
  )
  await ctx.db.update(activationCodes).set({ endedAt: ctx.now }).where(living)
}

/** The code that this hash opens now, or undefined. */
export async function livingCode(ctx: Ctx, hash: string): Promise<Code | undefined> {
  const [row] = await ctx.db.select().from(activationCodes).where(alive(ctx, hash))
  return row
}

/** Uses the code up; once, however many try. Problem('activation-dead'). */
export async function spendCode(ctx: Ctx, hash: string): Promise<Code> {
  const [row] = await ctx.db
    .update(activationCodes)
    .set({ usedAt: ctx.now })
    .where(alive(ctx, hash))
    .returning()
  if (!row) throw new Problem('activation-dead')
  return row
}

function alive(ctx: Ctx, hash: string) {
  return and(
    eq(activationCodes.hash, hash),
    isNull(activationCodes.usedAt),
    isNull(activationCodes.endedAt),
    gt(activationCodes.expiresAt, ctx.now),
  )
}

/**
 * Locks a person whose account may begin, or begin anew: without one, or with one that is found by number alone and so
 * has no way back by letter. An account with rights begins anew at the counter alone, where a document is shown.
 * Problems: account-exists for everybody else, account-role.
 */
export async function lockUnready(ctx: Ctx, personId: string, by: CodeKind) {
  const [person] = await ctx.db.select().from(people).where(eq(people.id, personId)).for('update')
  const [user] = await ctx.db.select().from(users).where(eq(users.personId, personId)).for('update')
  if (found(person).mergedIntoId !== null) throw new Problem('not-found')
  if (await isErased(ctx, personId)) throw new Problem('not-found')
  if (user && (user.byEmail || user.disabledAt !== null)) throw new Problem('account-exists')
  if (user && by !== 'counter' && (await hasRights(ctx, personId))) throw new Problem('account-role')
  return { person: found(person), user: user ?? null }
}

// Rights that begin later count too: the code may be used then. Whoever stands in for somebody has that one's rights.
async function hasRights(ctx: Ctx, personId: string): Promise<boolean> {
  const today = ctx.now.toISOString().slice(0, 10)
  const lasts = (during: typeof grants.during | typeof deputies.during) =>
    sql`not isempty(${during}) and coalesce(upper(${during}) > ${today}::date, true)`
  const standsInFor = ctx.db
    .select({ id: deputies.personId })
    .from(deputies)
    .where(and(eq(deputies.deputyId, personId), lasts(deputies.during)))
  const [row] = await ctx.db
    .select({ id: grants.id })
    .from(grants)
    .where(
      and(or(eq(grants.personId, personId), inArray(grants.personId, standsInFor)), lasts(grants.during)),
    )
    .limit(1)
  return row !== undefined
}

/** Whether what was known of the person was erased by law. */
export async function isErased(ctx: Ctx, personId: string): Promise<boolean> {
  const done = and(eq(erasures.personId, personId), eq(erasures.state, 'done'))
  const [row] = await ctx.db.select({ id: erasures.id }).from(erasures).where(done).limit(1)
  return row !== undefined
}
