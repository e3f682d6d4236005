/** Reads of organisations: the list by keyset, the card with units, predecessors and dated duties. Both are public. */
import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { assignments, municipalities, organisations } from '#db/schema/index.ts'

type Tier = (typeof organisations.$inferSelect)['tier']

export interface OrganisationFilter {
  tiers?: readonly string[]
  types?: readonly string[]
  municipality?: string
  /** words of the name */
  words?: string
}

const brief = { code: organisations.code, shortName: organisations.shortName, name: organisations.name }

/** A page of organisations that exist today, by short name, and how many there are; `after` is the code of the last one shown. */
export async function listOrganisations(
  ctx: Ctx,
  { filter = {}, after, limit = 40 }: { filter?: OrganisationFilter; after?: string; limit?: number } = {},
) {
  const page = await ctx.db
    .select({
      ...brief,
      type: organisations.type,
      tier: organisations.tier,
      municipality: municipalities.name,
    })
    .from(organisations)
    .leftJoin(municipalities, eq(municipalities.id, organisations.municipalityId))
    .where(and(existsOn(viewerOf(ctx).today), ...conditions(filter), after ? beyond(after) : undefined))
    .orderBy(asc(organisations.shortName), asc(organisations.code))
    .limit(limit + 1)
  const rows = page.slice(0, limit)
  const [total] = await ctx.db
    .select({ found: sql<number>`count(*)::int` })
    .from(organisations)
    .leftJoin(municipalities, eq(municipalities.id, organisations.municipalityId))
    .where(and(existsOn(viewerOf(ctx).today), ...conditions(filter)))
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

/** One organisation with all that is tied to it. */
export async function organisationByCode(ctx: Ctx, code: string) {
  const [row] = await ctx.db
    .select({
      id: organisations.id,
      ...brief,
      type: organisations.type,
      tier: organisations.tier,
      aliases: organisations.aliases,
      parentId: organisations.parentId,
      predecessorId: organisations.predecessorId,
      municipality: municipalities.name,
      municipalityCode: municipalities.code,
      endDay: sql<string | null>`upper(${organisations.during})::text`,
      source: organisations.source,
    })
    .from(organisations)
    .leftJoin(municipalities, eq(municipalities.id, organisations.municipalityId))
    .where(eq(organisations.code, code.replaceAll('\0', '')))
  const { id, parentId, predecessorId, ...card } = found(row)
  const kin = await kinOf(ctx, { id, parentId, predecessorId })
  const { today } = viewerOf(ctx)
  return {
    id,
    ...card,
    ended: card.endDay !== null && card.endDay <= today,
    ...kin,
    duties: await dutiesOf(ctx, id),
  }
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

async function kinOf(
  ctx: Ctx,
  { id, parentId, predecessorId }: { id: string; parentId: string | null; predecessorId: string | null },
) {
  const ids = [parentId, predecessorId].filter((one) => one !== null)
  const rows = await ctx.db
    .select({
      id: organisations.id,
      parentId: organisations.parentId,
      predecessorId: organisations.predecessorId,
      ...brief,
    })
    .from(organisations)
    .where(
      or(
        eq(organisations.parentId, id),
        eq(organisations.predecessorId, id),
        ids.length > 0 ? inArray(organisations.id, ids) : undefined,
      ),
    )
    .orderBy(asc(organisations.shortName))
    .limit(200)
  const named = (row: (typeof rows)[number]) => ({ code: row.code, shortName: row.shortName, name: row.name })
  return {
    parent: rows.filter((row) => row.id === parentId).map(named)[0] ?? null,
    predecessor: rows.filter((row) => row.id === predecessorId).map(named)[0] ?? null,
    units: rows.filter((row) => row.parentId === id).map(named),
    successors: rows.filter((row) => row.predecessorId === id).map(named),
  }
}

async function dutiesOf(ctx: Ctx, organisationId: string) {
  const rows = await ctx.db
    .select({
      duty: assignments.duty,
      ground: assignments.ground,
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
