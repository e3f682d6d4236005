/**
 * The catalogue: published practices that were not withdrawn, by filters, with counts beside them. The guest's view is
 * everybody's: it holds nothing but what is published.
 */
import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { authorShown } from '#db/reach/practices.ts'
import { type Facet, facets, type PracticeCursor, type PracticeFilter } from './filter.ts'

export interface PracticeEntry {
  number: number
  kind: 'expert' | 'pedagogical'
  title: string
  abstract: string
  direction: string | null
  tier: string | null
  subjects: string[]
  organisation: string
  municipality: string | null
  publishedAt: string
  version: number
  authors: string[]
}
export interface Count {
  code: string
  title: string
  count: number
}
export type Counts = Record<Facet, Count[]> & { total: number }

/** What is chosen by: a row of the catalogue under these names. */
const base = sql`from practice_versions v join practices p on p.id = v.practice_id and p.withdrawn_at is null
  join organisations o on o.id = p.organisation_id left join municipalities m on m.id = o.municipality_id
  left join direction_versions dv on dv.id = v.direction_version_id left join directions d on d.id = dv.direction_id`

const columns: Record<Facet, SQL> = {
  kind: sql`p.kind`,
  direction: sql`d.code`,
  tier: sql`v.tier`,
  subject: sql`v.subjects`,
  municipality: sql`m.code`,
  organisation: sql`o.code`,
  licence: sql`v.licence`,
}

/** A page of the catalogue; `next` is where the following one begins. */
export async function listPractices(
  ctx: Pick<Ctx, 'db'>,
  filter: PracticeFilter,
  { after, limit }: { after: PracticeCursor | null; limit: number },
): Promise<{ rows: PracticeEntry[]; next: PracticeCursor | null }> {
  const newest = filter.sort === 'newest'
  const where = [published, named(filter.q), ...facets.map((one) => chosen(one, filter[one]))]
  if (after && newest)
    where.push(sql`(v.published_at, p.number) < (${after.key}::timestamptz, ${after.number})`)
  if (after && !newest) where.push(sql`(v.title, p.number) > (${after.key}, ${after.number})`)
  const order = newest ? sql`v.published_at desc, p.number desc` : sql`v.title, p.number`
  const rows = await ctx.db.execute<PracticeEntry & { key: string } & Record<string, unknown>>(sql`
    select p.number, p.kind, v.title, v.abstract, dv.short_title as direction, v.tier, v.subjects, o.short_name as organisation,
      m.name as municipality, v.published_at as "publishedAt", v.number as version,
      ${newest ? sql`to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : sql`v.title`} as key,
      (select coalesce(json_agg(concat_ws(' ', pe.family_name, left(pe.given_name, 1) || '.', nullif(left(pe.patronymic, 1), '') || '.')
          order by a.position), '[]')
        from practice_authors a join people pe on pe.id = a.person_id
        where a.practice_id = p.id and ${authorShown}) as authors
    ${base} where ${sql.join(where, sql` and `)} order by ${order} limit ${limit + 1}`)
  const page = [...rows].slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last ? { key: last.key, number: last.number } : null
  return { rows: page, next }
}

/** Numbers of published practices, the newest first. */
export async function publishedNumbers({ db }: Pick<Ctx, 'db'>, limit: number): Promise<number[]> {
  const rows = await db.execute<{ number: number }>(sql`
    select p.number ${base} where ${published} order by v.published_at desc, p.number desc limit ${limit}`)
  return rows.map(({ number }) => number)
}

/** For each choice, how many practices the list would show if only that facet changed; chosen ones are listed also with 0. */
export async function countPractices(ctx: Pick<Ctx, 'db'>, filter: PracticeFilter): Promise<Counts> {
  const parts = facets.map((one) => sql`${sql.raw(`'${one}'`)}, (${countsOf(one, filter)})`)
  const [row] = await ctx.db.execute<{ counts: Counts }>(sql`
    with c as materialized (select p.kind, d.code as direction, dv.short_title as direction_title, v.tier, v.subjects as subject,
        m.code as municipality, m.name as municipality_title, o.code as organisation, o.short_name as organisation_title, v.licence
      ${base} where ${published} and ${named(filter.q)})
    select json_build_object('total', (select count(*)::int from c where ${among(filter, null)}), ${sql.join(parts, sql`, `)}) as counts`)
  if (!row) throw new Error('a query of one row gave none')
  return row.counts
}

/** Choices of a facet by how many there are; of many the first ones, and whatever is chosen. */
function countsOf(facet: Facet, filter: PracticeFilter): SQL {
  const column = sql.raw(facet)
  const titled = ['direction', 'municipality', 'organisation'].includes(facet)
  const title = titled ? sql.raw(`max(${facet}_title)`) : column
  const source = facet === 'subject' ? sql`c, unnest(c.subject) as one (subject)` : sql`c`
  const name = facet === 'subject' ? sql`one.subject` : sql`c.${column}`
  const shown = facet === 'subject' ? sql`one.subject` : title
  return sql`select coalesce(json_agg(json_build_object('code', f.code, 'title', f.title, 'count', f.n)), '[]') from (
    select ${name} as code, ${shown} as title, count(*)::int as n from ${source}
    where ${name} is not null and ${among(filter, facet)} group by ${name}
    order by (${name} = any(${sql.param(filter[facet])}::text[])) desc, n desc, 2 limit 60) f`
}

/** Condition on `c`: all that is chosen, but for one facet. */
function among(filter: PracticeFilter, without: Facet | null): SQL {
  const parts = facets.flatMap((one) => {
    if (one === without || filter[one].length === 0) return []
    const list = sql`${sql.param(filter[one])}::text[]`
    return [one === 'subject' ? sql`c.subject && ${list}` : sql`c.${sql.raw(one)} = any(${list})`]
  })
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`
}

const published = sql`v.state = 'published'`

function chosen(facet: Facet, codes: readonly string[]): SQL {
  if (codes.length === 0) return sql`true`
  const list = sql`${sql.param([...codes])}::text[]`
  return facet === 'subject' ? sql`v.subjects && ${list}` : sql`${columns[facet]} = any(${list})`
}

function named(words: string): SQL {
  if (words === '') return sql`true`
  return sql`to_tsvector('russian', v.title || ' ' || v.abstract) @@ websearch_to_tsquery('russian', ${words})`
}
