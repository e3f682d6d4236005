/** Reads of the accounts room: own cards and sessions, and what those who give roles see. */
import { and, asc, desc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { nameShown } from '#db/reach/experts.ts'
import {
  deputies,
  directions,
  directionVersions,
  grants,
  municipalities,
  organisations,
  people,
  sessions,
  users,
} from '#db/schema/index.ts'
import { countAttempt } from './limiting.server.ts'
import { accountRules } from './rules.ts'
import { daysOf } from './terms.ts'

const name = {
  number: people.number,
  familyName: people.familyName,
  givenName: people.givenName,
  patronymic: people.patronymic,
}

/** The own user: e-mail, language of letters, when it was made. */
export async function ownUser(ctx: ActingCtx) {
  const [user] = await ctx.db
    .select({
      email: users.email,
      byEmail: users.byEmail,
      locale: users.locale,
      createdAt: users.createdAt,
      confirmedAt: users.emailConfirmedAt,
    })
    .from(users)
    .where(eq(users.id, ctx.actor.userId))
  return user as NonNullable<typeof user>
}

/** Living sessions of the actor, last used first; `id` is the stored hash. */
export async function ownSessions(ctx: ActingCtx) {
  return ctx.db
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
      agent: sessions.agent,
      seenAt: sessions.seenAt,
      secondFactor: sessions.secondFactor,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, ctx.actor.userId), gt(sessions.expiresAt, ctx.now)))
    .orderBy(desc(sql`coalesce(${sessions.seenAt}, ${sessions.createdAt})`), desc(sessions.createdAt))
    .limit(50)
}

/** People by part of the name, public number or e-mail, for those who give roles. At most 20. */
export async function findPeople(ctx: Ctx, query: string) {
  authorize(accountRules.seeGrants, ctx.actor, {})
  const words = query.trim().toLowerCase().replaceAll('ё', 'е')
  if (words.length < 2) return []
  const number = /^№?\s*([1-9]\d{0,9})$/.exec(words)?.[1]
  const like = `%${words.replace(/[\\%_]/g, '\\$&').replace(/\s+/g, '%')}%`
  return ctx.db
    .select({ id: people.id, ...name, email: users.email, userId: users.id, disabledAt: users.disabledAt })
    .from(people)
    .leftJoin(users, eq(users.personId, people.id))
    .where(
      and(
        sql`${people.mergedIntoId} is null`,
        or(
          sql`${people.nameNorm} like ${like}`,
          eq(users.email, words),
          number ? sql`${people.number} = ${number}::bigint` : undefined,
        ),
      ),
    )
    .orderBy(sql`${users.id} is null`, asc(people.familyName), asc(people.givenName), asc(people.number))
    .limit(20)
}

/** A person by the public number, or undefined. */
export async function personByNumber(ctx: Ctx, number: number) {
  const [row] = await ctx.db
    .select({ id: people.id, ...name, userId: users.id, disabledAt: users.disabledAt })
    .from(people)
    .leftJoin(users, eq(users.personId, people.id))
    .where(eq(people.number, number))
  return row
}

/**
 * Someone who can sign in, by exact e-mail or public number, or undefined: for naming a deputy. Numbers are public and
 * lead only to a name that is public, too; else the list of deputies would tell the names that the registry hides.
 */
export async function personByLogin(ctx: ActingCtx, login: string) {
  await countAttempt(ctx, 'deputy', ctx.actor.personId, content().settings.rates.deputiesPerPerson)
  const account = login.trim().toLowerCase()
  const number = /^№?\s*([1-9]\d{0,9})$/.exec(account)?.[1]
  const [row] = await ctx.db
    .select({ id: people.id, ...name })
    .from(people)
    .innerJoin(users, eq(users.personId, people.id))
    .where(
      or(
        and(eq(users.email, account), users.byEmail),
        number ? sql`(${people.number} = ${number}::bigint and ${nameShown(sql`${people.id}`)})` : undefined,
      ),
    )
  return row
}

export interface ShownGrant {
  id: string
  role: string
  scopeKind: string
  /** short name of the place, null for the region */
  scope: string | null
  from: string
  until: string | null
  ground: string
  person: { number: number; familyName: string; givenName: string; patronymic: string }
}

/** Grants that hold on the actor's day or later, of one person or of all; newest first, at most 200. */
export async function grantsInForce(ctx: ActingCtx, personId?: string): Promise<ShownGrant[]> {
  if (personId !== ctx.actor.personId) authorize(accountRules.seeGrants, ctx.actor, {})
  const lasting = sql`coalesce(upper(${grants.during}), 'infinity') > ${ctx.actor.today}::date and not isempty(${grants.during})`
  const rows = await ctx.db
    .select({
      ...{
        id: grants.id,
        role: grants.role,
        scopeKind: grants.scopeKind,
        during: grants.during,
        ground: grants.ground,
      },
      scope: sql<string | null>`coalesce(${municipalities.name}, ${organisations.shortName}, (
        select v.short_title from ${directionVersions} v where v.direction_id = ${directions.id} order by v.id desc limit 1))`,
      person: name,
    })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.personId))
    .leftJoin(
      municipalities,
      and(eq(grants.scopeKind, 'municipality'), eq(municipalities.id, grants.scopeId)),
    )
    .leftJoin(organisations, and(eq(grants.scopeKind, 'organisation'), eq(organisations.id, grants.scopeId)))
    .leftJoin(directions, and(eq(grants.scopeKind, 'direction'), eq(directions.id, grants.scopeId)))
    .where(and(lasting, personId ? eq(grants.personId, personId) : undefined))
    .orderBy(desc(grants.id))
    .limit(200)
  return rows.map(({ during, ...row }) => ({ ...row, ...(daysOf(during) ?? { from: '', until: null }) }))
}

/** Deputies of the actor and those for whom the actor stands in, from the actor's day on. */
export async function ownDeputies(ctx: ActingCtx) {
  const me = ctx.actor.personId
  const rows = await ctx.db
    .select()
    .from(deputies)
    .where(
      and(
        or(eq(deputies.personId, me), eq(deputies.deputyId, me)),
        sql`upper(${deputies.during}) > ${ctx.actor.today}::date`,
      ),
    )
    .orderBy(asc(deputies.id))
  const others = rows.map((row) => (row.personId === me ? row.deputyId : row.personId))
  const found =
    others.length > 0
      ? await ctx.db
          .select({ id: people.id, ...name })
          .from(people)
          .where(inArray(people.id, others))
      : []
  return rows.flatMap((row) => {
    const other = found.find((person) => person.id === (row.personId === me ? row.deputyId : row.personId))
    const days = daysOf(row.during)
    return other && days
      ? [{ id: row.id, mine: row.personId === me, other, ...days, ground: row.ground }]
      : []
  })
}

/** The id behind a place as a form names it: a code, or the exact name. Null when there is none. */
export async function placeId(
  ctx: Ctx,
  kind: 'municipality' | 'organisation' | 'direction',
  text: string,
): Promise<string | null> {
  const query = {
    municipality: sql`select id from ${municipalities} where code = ${text} or name = ${text} limit 1`,
    organisation: sql`select id from ${organisations} where code = ${text} or short_name = ${text} or name = ${text} limit 1`,
    direction: sql`select d.id from ${directions} d left join ${directionVersions} v on v.direction_id = d.id
      where d.code = ${text} or v.short_title = ${text} or v.title = ${text} limit 1`,
  }[kind]
  const [row] = await ctx.db.execute<{ id: string }>(query)
  return row?.id ?? null
}

/** Names of places for suggestions where roles are given. */
export async function placeNames(ctx: Ctx): Promise<string[]> {
  authorize(accountRules.seeGrants, ctx.actor, {})
  const rows = await ctx.db.execute<{ name: string }>(sql`
    select name from (
      select name, 1 as kind from ${municipalities}
      union select short_name, 2 from ${organisations}
      union select short_title, 3 from ${directionVersions}) places
    order by kind, name limit 2000`)
  return rows.map(({ name }) => name)
}
