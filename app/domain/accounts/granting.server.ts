/** Roles given for a place and a term, with their ground; and ended. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import type { ScopeKind } from '#db/reach/viewer.ts'
import {
  directions,
  grants,
  municipalities,
  organisations,
  people,
  sessions,
  users,
} from '#db/schema/index.ts'
import { accountRules } from './rules.ts'
import { termOf } from './terms.ts'

export interface GrantInput {
  personId: string
  role: string
  scopeKind: ScopeKind
  /** null for the region */
  scopeId: string | null
  /** first day and, when the term is limited, last day, both included */
  from: string
  until?: string | undefined
  ground: string
}

/** Gives a role; returns the grant's id. The same role in the same place is not given twice for one day. */
export async function grantRole(ctx: ActingCtx, input: GrantInput): Promise<string> {
  return atomically(ctx, async (ctx) => {
    await lockPerson(ctx, input.personId)
    authorize(accountRules.grant, ctx.actor, { ...input, givenBy: givenBy(input.role) })
    await assertScope(ctx, input)
    assertTerm(input)
    const during = termOf(input.from, input.until)
    if (input.until !== undefined && input.until < dayOf(ctx.now, ctx.zone))
      throw new Problem('term-past', {}, 'until')
    if (await overlaps(ctx, input, during)) throw new Problem('grant-exists', {}, 'role')

    const id = uuidv7()
    const { personId, role, scopeKind, scopeId, ground } = input
    await ctx.db.insert(grants).values({
      id,
      personId,
      role,
      scopeKind,
      scopeId,
      during,
      ground,
      grantedById: ctx.actor.personId,
      createdAt: ctx.now,
    })
    await record(
      ctx,
      'grant.given',
      { kind: 'person', id: personId },
      { grant: id, role, scopeKind, scopeId, from: input.from, until: input.until ?? null },
    )
    return id
  })
}

/** Ends a grant today: from now on it gives nothing, and the days it held remain on record. */
export async function endGrant(ctx: ActingCtx, grantId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const grant = found((await ctx.db.select().from(grants).where(eq(grants.id, grantId)).for('update'))[0])
    authorize(accountRules.grant, ctx.actor, { ...grant, givenBy: givenBy(grant.role) })
    const today = dayOf(ctx.now, ctx.zone)
    const [ended] = await ctx.db
      .update(grants)
      .set({ during: sql`daterange(lower(during), greatest(lower(during), ${today}::date))` })
      .where(
        and(
          eq(grants.id, grantId),
          sql`coalesce(upper(during), 'infinity') > ${today}::date`,
          sql`not isempty(during)`,
        ),
      )
      .returning({ id: grants.id })
    if (!ended) throw new Problem('conflict')
    await endSessions(ctx, grant.personId)
    await record(
      ctx,
      'grant.ended',
      { kind: 'person', id: grant.personId },
      { grant: grantId, role: grant.role },
    )
  })
}

/** Powers are weighed anew with each request; that the sign-in ends too is for pages that stand open somewhere. */
async function endSessions(ctx: Ctx, personId: string) {
  const own = ctx.db.select({ id: users.id }).from(users).where(eq(users.personId, personId))
  await ctx.db.delete(sessions).where(inArray(sessions.userId, own))
}

/** A role that is given for a term needs its last day, not further than content allows. */
function assertTerm({ role, from, until }: GrantInput) {
  const days = content().roles.roles.find(({ code }) => code === role)?.termDays
  if (days === undefined) return
  if (until === undefined) throw new Problem('term-needed', { days }, 'until')
  if (Date.parse(until) - Date.parse(from) >= days * 86_400_000)
    throw new Problem('term-most', { days }, 'until')
}

/** The capability by which the head of a place gives the role there, or null. */
function givenBy(role: string): string | null {
  return content().roles.roles.find(({ code }) => code === role)?.givenBy ?? null
}

async function lockPerson(ctx: Ctx, personId: string) {
  found((await ctx.db.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update'))[0])
}

const tables = { municipality: municipalities, organisation: organisations, direction: directions }

async function assertScope(ctx: Ctx, { role, scopeKind, scopeId }: GrantInput) {
  const known = content().roles.roles.find(({ code }) => code === role)
  if (!known || known.scopes.every((scope) => scope === 'self')) throw new Problem('role-unknown', {}, 'role')
  if (!known.scopes.includes(scopeKind)) throw new Problem('scope-kind', {}, 'scopeKind')
  if (scopeKind === 'region') {
    if (scopeId !== null) throw new Problem('scope-kind', {}, 'scopeKind')
    return
  }
  if (scopeId === null) throw new Problem('scope-unknown', {}, 'scopeCode')
  const table = tables[scopeKind]
  const [place] = await ctx.db.select({ id: table.id }).from(table).where(eq(table.id, scopeId))
  if (!place) throw new Problem('scope-unknown', {}, 'scopeCode')
}

async function overlaps(
  ctx: Ctx,
  { personId, role, scopeKind, scopeId }: GrantInput,
  during: string,
): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: grants.id })
    .from(grants)
    .where(
      and(
        eq(grants.personId, personId),
        eq(grants.role, role),
        eq(grants.scopeKind, scopeKind),
        sql`${grants.scopeId} is not distinct from ${scopeId}::uuid`,
        sql`${grants.during} && ${during}::daterange`,
      ),
    )
  return row !== undefined
}
