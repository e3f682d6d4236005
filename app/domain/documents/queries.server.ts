/** The normative base and the glossary, as everybody may read them. */
import { sql } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'

export interface DocumentRow {
  code: string
  kind: string
  tier: string
  issuer: string
  number: string
  day: string | null
  title: string
  summary: string
  state: 'current' | 'ahead' | 'past' | 'unknown'
}

export interface DocumentLink {
  code: string
  title: string
  number: string
  day: string | null
}

export interface DocumentFilter {
  tier: string | null
  kind: string | null
  /** only what is in force today */
  inForce: boolean
}

const shown = sql`x.published_at is not null`

/** Published documents, newest first, with the tiers and kinds there are. */
export async function listDocuments(ctx: Ctx, { tier, kind, inForce }: DocumentFilter) {
  const rows = await ctx.db.execute<DocumentRow & Record<string, unknown>>(sql`
    select x.code, x.kind, x.tier, x.issuer, x.number, to_char(x.day, 'YYYY-MM-DD') as day, x.title, x.summary, ${state(ctx)} as state
    from documents x where ${shown} order by x.day desc nulls last, x.position, x.id`)
  const current = rows.filter((row) => !inForce || row.state === 'current')
  const passes = (row: DocumentRow, but?: 'tier' | 'kind') =>
    (but === 'tier' || !tier || row.tier === tier) && (but === 'kind' || !kind || row.kind === kind)
  return {
    documents: current.filter((row) => passes(row)),
    tiers: tally(current.filter((row) => passes(row, 'tier')).map((row) => row.tier)),
    kinds: tally(current.filter((row) => passes(row, 'kind')).map((row) => row.kind)),
  }
}

/** A published document with what it replaced and what replaced it; Problem('not-found'). */
export async function documentByCode(ctx: Ctx, code: string) {
  const rows = await ctx.db.execute<
    DocumentRow & { basis: string; from: string | null; to: string | null; supersedes: DocumentLink | null; supersededBy: DocumentLink[]; lists: { title: string }[]; drafts: { slug: string; title: string }[] }
  >(sql`
    select x.code, x.kind, x.tier, x.issuer, x.number, to_char(x.day, 'YYYY-MM-DD') as day, x.title, x.summary, x.basis,
      ${state(ctx)} as state, to_char(lower(x.in_force), 'YYYY-MM-DD') as from, to_char(upper(x.in_force), 'YYYY-MM-DD') as to,
      (select ${link} from documents y where y.id = x.supersedes_id and y.published_at is not null) as supersedes,
      (select coalesce(json_agg(${link} order by y.day), '[]') from documents y where y.supersedes_id = x.id and y.published_at is not null) as "supersededBy",
      (select coalesce(json_agg(json_build_object('title', l.title) order by l.code), '[]') from direction_lists l where l.document_id = x.id) as lists
    from documents x where x.code = ${code} and ${shown}`)
  return found(rows[0])
}

const link = sql`json_build_object('code', y.code, 'title', y.title, 'number', y.number, 'day', to_char(y.day, 'YYYY-MM-DD'))`

function state(ctx: Ctx) {
  const today = dayOf(ctx.now, ctx.zone)
  return sql`case when x.in_force is null then 'unknown' when x.in_force @> ${today}::date then 'current'
    when lower(x.in_force) > ${today}::date then 'ahead' else 'past' end`
}

function tally(codes: readonly string[]): { code: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count)
}

export interface Term {
  code: string
  term: string
  definition: string
  abbreviation: boolean
}

/** The glossary in Russian order; with `q`, terms that contain the words. */
export async function listTerms(ctx: Ctx, q = ''): Promise<Term[]> {
  const pattern = `%${q.toLowerCase().replaceAll('ё', 'е').replace(/[\\%_]/g, '\\$&')}%`
  const rows = await ctx.db.execute<Term & Record<string, unknown>>(sql`
    select code, term, definition, abbreviation from glossary_terms
    where ${q ? sql`translate(lower(term || ' ' || definition), 'ё', 'е') like ${pattern}` : sql`true`}
    order by abbreviation, term`)
  return [...rows]
}
