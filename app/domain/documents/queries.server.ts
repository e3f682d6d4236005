/** Reads of the normative base: the list by keyset, one document with the chain of what replaced what, the glossary. */
import { aliasedTable, and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { documentVisibleTo } from '#db/reach/documents.ts'
import { documents, glossaryTerms, organisations } from '#db/schema/index.ts'

export interface DocumentFilter {
  kinds?: readonly string[]
  tiers?: readonly string[]
  /** only what is in force on this day */
  inForceOn?: string
}

/** How a document stands on a day; unknown when no days of force are recorded. */
export type Force = 'in-force' | 'ended' | 'ahead' | 'unknown'

const listed = {
  id: documents.id,
  code: documents.code,
  kind: documents.kind,
  tier: documents.tier,
  issuer: documents.issuer,
  number: documents.number,
  day: documents.day,
  title: documents.title,
  publishedAt: documents.publishedAt,
  firstDay: sql<string | null>`lower(${documents.inForce})::text`,
  /** the first day on which it is no longer in force */
  endDay: sql<string | null>`upper(${documents.inForce})::text`,
}

export type DocumentListed = Awaited<ReturnType<typeof listDocuments>>['rows'][number]

/** A page of documents, newest first; `after` is the id of the last one shown. */
export async function listDocuments(
  ctx: Ctx,
  { filter = {}, after, limit = 20 }: { filter?: DocumentFilter; after?: string; limit?: number } = {},
) {
  const viewer = viewerOf(ctx)
  const page = await ctx.db
    .select(listed)
    .from(documents)
    .where(and(documentVisibleTo(viewer), ...conditions(filter), after ? beyond(after) : undefined))
    .orderBy(desc(age), desc(documents.id))
    .limit(limit + 1)
  const rows = page.slice(0, limit).map((row) => ({ ...row, force: forceOf(row, viewer.today) }))
  return { rows, next: page.length > limit ? rows.at(-1)?.id : undefined }
}

/** How many documents each kind and tier has within the viewer's reach, and how many are in force on the day. */
export async function documentFacets(ctx: Ctx, day: string) {
  const rows = await ctx.db
    .select({
      kind: documents.kind,
      tier: documents.tier,
      count: sql<number>`count(*)::int`,
      inForce: sql<number>`(count(*) filter (where ${documents.inForce} @> ${day}::date))::int`,
    })
    .from(documents)
    .where(documentVisibleTo(viewerOf(ctx)))
    .groupBy(documents.kind, documents.tier)
  return {
    kinds: summed(rows, ({ kind }) => kind),
    tiers: summed(rows, ({ tier }) => tier),
    inForce: rows.reduce((sum, { inForce }) => sum + inForce, 0),
    all: rows.reduce((sum, { count }) => sum + count, 0),
  }
}

/** One document with its issuer and, oldest first, the chain of documents of which each superseded the one before. */
export async function documentByCode(ctx: Ctx, code: string) {
  const viewer = viewerOf(ctx)
  const issuer = aliasedTable(organisations, 'issuer')
  const [row] = await ctx.db
    .select({
      ...listed,
      basis: documents.basis,
      summary: documents.summary,
      issuerId: documents.issuerId,
      issuerCode: issuer.code,
      municipalityId: issuer.municipalityId,
      supersedesId: documents.supersedesId,
    })
    .from(documents)
    .leftJoin(issuer, eq(issuer.id, documents.issuerId))
    .where(and(eq(documents.code, code.replaceAll('\0', '')), documentVisibleTo(viewer)))
  const document = found(row)
  const chain = await chainOf(ctx, document.id)
  return { ...document, force: forceOf(document, viewer.today), chain }
}

/** Documents by their codes, for pages that name what they rest on; those out of reach are missing. */
export async function documentsByCode(ctx: Ctx, codes: readonly string[]) {
  if (codes.length === 0) return new Map<string, DocumentListed>()
  const { today } = viewerOf(ctx)
  const rows = await ctx.db
    .select(listed)
    .from(documents)
    .where(and(inArray(documents.code, [...codes]), documentVisibleTo(viewerOf(ctx))))
  return new Map(rows.map((row) => [row.code, { ...row, force: forceOf(row, today) }]))
}

/** All terms in Russian order; abbreviations are terms marked as such. */
export async function listTerms(ctx: Ctx) {
  return ctx.db
    .select({
      code: glossaryTerms.code,
      term: glossaryTerms.term,
      definition: glossaryTerms.definition,
      source: glossaryTerms.source,
      abbreviation: glossaryTerms.abbreviation,
    })
    .from(glossaryTerms)
    .orderBy(asc(glossaryTerms.term), asc(glossaryTerms.code))
}

/** How a document with these days of force stands on the day. */
export function forceOf(
  { firstDay, endDay }: { firstDay: string | null; endDay: string | null },
  day: string,
): Force {
  if (firstDay === null && endDay === null) return 'unknown'
  if (firstDay !== null && day < firstDay) return 'ahead'
  return endDay !== null && day >= endDay ? 'ended' : 'in-force'
}

// a document without a day stands last
const age = sql`coalesce(${documents.day}, '0001-01-01'::date)`

function beyond(after: string): SQL {
  return sql`(${age}, ${documents.id}) < (select coalesce(d.day, '0001-01-01'::date), d.id from documents d where d.id = ${after})`
}

function conditions({ kinds = [], tiers = [], inForceOn }: DocumentFilter): (SQL | undefined)[] {
  return [
    kinds.length > 0 ? inArray(documents.kind, [...kinds]) : undefined,
    tiers.length > 0 ? inArray(documents.tier, [...tiers]) : undefined,
    inForceOn ? sql`${documents.inForce} @> ${inForceOn}::date` : undefined,
  ]
}

/** `union` and not `union all`: a circle entered by mistake ends instead of running for ever. */
async function chainOf(ctx: Ctx, id: string) {
  const viewer = viewerOf(ctx)
  const linked = sql`with recursive earlier(id) as (
      select ${id}::uuid union select d.supersedes_id from documents d join earlier e on d.id = e.id where d.supersedes_id is not null
    ), later(id) as (
      select ${id}::uuid union select d.id from documents d join later l on d.supersedes_id = l.id
    ) select id from earlier union select id from later`
  const rows = await ctx.db
    .select(listed)
    .from(documents)
    .where(and(sql`${documents.id} in (${linked})`, documentVisibleTo(viewer)))
    .orderBy(asc(age), asc(documents.id))
  return rows.map((row) => ({ ...row, force: forceOf(row, viewer.today) }))
}

function summed<T extends { count: number }>(rows: readonly T[], keyOf: (row: T) => string) {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.count)
  return sums
}
