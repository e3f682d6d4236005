/** Reads of organisations: the list by keyset, the card with units, predecessors and dated duties. Both are public. */
import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { everywhere, scopesOf } from '#db/reach/viewer.ts'
import { assignments, municipalities, organisations, successions } from '#db/schema/index.ts'

type Tier = (typeof organisations.$inferSelect)['tier']

export interface OrganisationFilter {
  tiers?: readonly string[]
  types?: readonly string[]
  municipality?: string
  /** words of the name */
  words?: string
  /** those that existed on this day; today without it */
  day?: string
}

/** What stands on the letterhead of papers beside the name. */
export const contactsShown = {
  ...{ address: organisations.address, phone: organisations.phone },
  ...{ email: organisations.email, site: organisations.site },
}
const brief = { code: organisations.code, shortName: organisations.shortName, name: organisations.name }

/** A page of organisations that exist on the day of the filter, by short name, and how many there are; `after` is the code of the last one shown. */
export async function listOrganisations(
  ctx: Ctx,
  { filter = {}, after, limit = 40 }: { filter?: OrganisationFilter; after?: string; limit?: number } = {},
) {
  const existing = existsOn(filter.day ?? viewerOf(ctx).today)
  const page = await ctx.db
    .select({
      ...brief,
      type: organisations.type,
      tier: organisations.tier,
      municipality: municipalities.name,
    })
    .from(organisations)
    .leftJoin(municipalities, eq(municipalities.id, organisations.municipalityId))
    .where(and(existing, ...conditions(filter), after ? beyond(after) : undefined))
    .orderBy(asc(organisations.shortName), asc(organisations.code))
    .limit(limit + 1)
  const rows = page.slice(0, limit)
  const [total] = await ctx.db
    .select({ found: sql<number>`count(*)::int` })
    .from(organisations)
    .leftJoin(municipalities, eq(municipalities.id, organisations.municipalityId))
    .where(and(existing, ...conditions(filter)))
  return { rows, found: total?.found ?? 0, next: page.length > limit ? rows.at(-1)?.code : undefined }
}

/** How many organisations of today each tier, type and municipality has. */
export async function organisationFacets(ctx: Ctx) {
  const today = existsOn(viewerOf(ctx).today)
  const counted = sql<number>`count(*)::int`
  const byTier = await ctx.db
    .select({ tier: organisations.tier, type: organisations.type, count: counted })
    .from(organisations)
    .where(today)
    .groupBy(organisations.tier, organisations.type)
  const places = await ctx.db
    .select({
      code: municipalities.code,
      name: municipalities.name,
      count: sql<number>`count(${organisations.id})::int`,
    })
    .from(municipalities)
    .leftJoin(organisations, and(eq(organisations.municipalityId, municipalities.id), today))
    .groupBy(municipalities.id)
    .orderBy(asc(municipalities.position))
  return { byTier, places }
}

/** Organisations of some tiers that are named by the reference data, for pages that tell whom the community unites. */
export async function namedOrganisations(ctx: Ctx, tiers: readonly Tier[]) {
  return ctx.db
    .select({ ...brief, tier: organisations.tier, type: organisations.type })
    .from(organisations)
    .where(
      and(
        existsOn(viewerOf(ctx).today),
        inArray(organisations.tier, [...tiers]),
        eq(organisations.source, 'content'),
      ),
    )
    .orderBy(asc(organisations.shortName))
}

/** One organisation with all that is tied to it; a merged card has only `movedTo`, the code of the one that stayed. */
export async function organisationByCode(ctx: Ctx, code: string) {
  const stayed = alias(organisations, 'stayed')
  const [row] = await ctx.db
    .select({
      id: organisations.id,
      ...brief,
      type: organisations.type,
      tier: organisations.tier,
      aliases: organisations.aliases,
      inn: organisations.inn,
      ...contactsShown,
      parentId: organisations.parentId,
      municipalityId: organisations.municipalityId,
      municipality: municipalities.name,
      municipalityCode: municipalities.code,
      startDay: sql<string | null>`nullif(lower(${organisations.during}), '1900-01-01')::text`,
      endDay: sql<string | null>`upper(${organisations.during})::text`,
      movedTo: stayed.code,
      revision: organisations.revision,
      source: organisations.source,
    })
    .from(organisations)
    .leftJoin(municipalities, eq(municipalities.id, organisations.municipalityId))
    .leftJoin(stayed, eq(stayed.id, organisations.mergedIntoId))
    .where(eq(organisations.code, code.replaceAll('\0', '')))
  const { id, parentId, ...card } = found(row)
  const { today } = viewerOf(ctx)
  return {
    id,
    ...card,
    ended: card.endDay !== null && card.endDay <= today,
    ...(await kinOf(ctx, id, parentId)),
    duties: await dutiesOf(ctx, id),
  }
}

/** Municipalities whose cards the actor keeps, and whether those of the whole region are among them. */
export async function keptMunicipalities(ctx: Ctx) {
  const viewer = viewerOf(ctx)
  const region = everywhere(viewer, 'organisation.edit')
  const own = scopesOf(viewer, 'organisation.edit', 'municipality')
  const places = await ctx.db
    .select({ code: municipalities.code, name: municipalities.name })
    .from(municipalities)
    .where(region ? undefined : inArray(municipalities.id, own))
    .orderBy(asc(municipalities.position))
  return { region, places }
}

/** Who has a duty on the viewer's day: coordinator, operator. */
export async function dutyHolders(ctx: Ctx) {
  return ctx.db
    .select({ duty: assignments.duty, ...brief })
    .from(assignments)
    .innerJoin(organisations, eq(organisations.id, assignments.organisationId))
    .where(sql`${assignments.during} @> ${viewerOf(ctx).today}::date`)
    .orderBy(asc(assignments.duty))
}

/** Name and contacts of who has the duty today, or undefined. */
export async function dutyContacts(ctx: Ctx, duty: 'coordinator' | 'operator') {
  const [row] = await ctx.db
    .select({ name: organisations.name, ...contactsShown })
    .from(assignments)
    .innerJoin(organisations, eq(organisations.id, assignments.organisationId))
    .where(and(eq(assignments.duty, duty), sql`${assignments.during} @> ${viewerOf(ctx).today}::date`))
  return row
}

async function kinOf(ctx: Ctx, id: string, parentId: string | null) {
  const own = await ctx.db
    .select({ id: organisations.id, ...brief })
    .from(organisations)
    .where(
      and(
        or(eq(organisations.parentId, id), parentId ? eq(organisations.id, parentId) : undefined),
        isNull(organisations.mergedIntoId),
      ),
    )
    .orderBy(asc(organisations.shortName))
    .limit(200)
  const named = ({ id: _, ...row }: (typeof own)[number]) => row
  return {
    parent: own.filter((row) => row.id === parentId).map(named)[0] ?? null,
    units: own.filter((row) => row.id !== parentId).map(named),
    predecessors: await followedBy(ctx, id, 'before'),
    successors: await followedBy(ctx, id, 'after'),
  }
}

/** What the organisation came of, or what came of it, the latest first. */
async function followedBy(ctx: Ctx, id: string, side: 'before' | 'after') {
  const [own, other] =
    side === 'before'
      ? [successions.successorId, successions.predecessorId]
      : [successions.predecessorId, successions.successorId]
  return ctx.db
    .select({ ...brief, day: successions.day })
    .from(successions)
    .innerJoin(organisations, eq(organisations.id, other))
    .where(eq(own, id))
    .orderBy(desc(successions.day), asc(organisations.shortName))
    .limit(200)
}

async function dutiesOf(ctx: Ctx, organisationId: string) {
  const rows = await ctx.db
    .select({
      duty: assignments.duty,
      ground: assignments.ground,
      endGround: assignments.endGround,
      firstDay: sql<string | null>`lower(${assignments.during})::text`,
      lastDay: sql<string | null>`(upper(${assignments.during}) - 1)::text`,
      now: sql<boolean>`${assignments.during} @> ${viewerOf(ctx).today}::date`,
    })
    .from(assignments)
    .where(eq(assignments.organisationId, organisationId))
    .orderBy(sql`lower(${assignments.during}) desc`)
  return rows
}

function existsOn(day: string): SQL {
  return sql`${organisations.during} @> ${day}::date`
}

function beyond(after: string): SQL {
  return sql`(${organisations.shortName}, ${organisations.code}) > (select o.short_name, o.code from organisations o where o.code = ${after})`
}

function conditions({
  tiers = [],
  types = [],
  municipality,
  words,
}: OrganisationFilter): (SQL | undefined)[] {
  const folded = words?.replaceAll('\0', '').trim()
  return [
    tiers.length > 0 ? sql`${organisations.tier} in ${[...tiers]}` : undefined,
    types.length > 0 ? inArray(organisations.type, [...types]) : undefined,
    municipality ? eq(municipalities.code, municipality.replaceAll('\0', '')) : undefined,
    folded
      ? sql`strpos(translate(lower(${organisations.name} || ' ' || ${organisations.shortName} || ' ' || array_to_string(${organisations.aliases}, ' ')), 'ё', 'е'), translate(lower(${folded}), 'ё', 'е')) > 0`
      : undefined,
  ]
}
