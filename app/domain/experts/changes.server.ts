/** The registry on two days: who came, who left, by direction and municipality; and its size year by year. */
import { type SQL, sql } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { content } from '#content/load.ts'
import { standsOn } from './conditions.ts'

export interface Change {
  code: string
  title: string
  before: number
  after: number
  added: number
  left: number
}

export interface Changes {
  all: Omit<Change, 'code' | 'title'>
  directions: Change[]
  municipalities: Change[]
}

/**
 * People of both days, as known now or on the day `known`: a person counts once in all, once in each direction and in
 * each municipality. Whose place of work may not be shown counts in no municipality, just as in the list.
 */
export async function changesBetween(
  ctx: Ctx,
  { from, to, known }: { from: string; to: string; known: string | null },
): Promise<Changes> {
  const [alone, placed] = [sql`s.organisation_id is null`, sql`s.organisation_id is not null`]
  const pairs = (key: SQL, rows: SQL, day: string) =>
    sql`select distinct s.person_id, ${key} as key from listings s where ${rows} and ${standsOn(day, known)}`
  const told = (key: SQL, rows: SQL) => sql`
    select coalesce(a.key, b.key) as key, count(a.person_id)::int as before, count(b.person_id)::int as after,
      count(*) filter (where a.person_id is null)::int as added, count(*) filter (where b.person_id is null)::int as left
    from (${pairs(key, rows, from)}) a full join (${pairs(key, rows, to)}) b on b.person_id = a.person_id and b.key = a.key
    group by 1`
  const [row] = await ctx.db.execute<{ changes: Changes }>(sql`
    select json_build_object(
      'all', (select json_build_object('before', coalesce(sum(t.before), 0), 'after', coalesce(sum(t.after), 0),
        'added', coalesce(sum(t.added), 0), 'left', coalesce(sum(t.left), 0)) from (${told(sql`0`, alone)}) t),
      'directions', (select coalesce(json_agg(json_build_object('code', d.code, 'title', (select v.short_title
          from direction_versions v join direction_lists l on l.id = v.list_id where v.direction_id = d.id
          order by lower(l.during) desc limit 1), 'before', t.before, 'after', t.after, 'added', t.added, 'left', t.left)
          order by t.after desc, t.before desc, d.code), '[]')
        from (${told(sql`s.direction_id`, alone)}) t join directions d on d.id = t.key),
      'municipalities', (select coalesce(json_agg(json_build_object('code', m.code, 'title', m.name, 'before', coalesce(t.before, 0),
          'after', coalesce(t.after, 0), 'added', coalesce(t.added, 0), 'left', coalesce(t.left, 0)) order by m.name), '[]')
        from municipalities m left join (${told(sql`s.municipality_id`, placed)}) t on t.key = m.id)) as changes`)
  if (!row) throw new Error('a query of one row gave none')
  return row.changes
}

export interface YearTotal {
  year: number
  /** null: no data, which is not nought */
  count: number | null
  /** from a report of that time, not from orders */
  reported: boolean
}

/** Experts at the end of each year: as reported where content says so, else as counted; the running year as of today. */
export async function yearTotals(ctx: Ctx): Promise<YearTotal[]> {
  const today = dayOf(ctx.now, ctx.zone)
  const now = Number(today.slice(0, 4))
  const reported = new Map(content().registryTotals.map(({ year, count }) => [year, count ?? null]))
  const first = Math.min(now, ...reported.keys())
  const years = Array.from({ length: now - first + 1 }, (_, at) => first + at)
  const counted = years.filter((year) => !reported.has(year))
  const rows = await ctx.db.execute<{ year: number; n: number }>(sql`
    select y.year, (select count(distinct s.person_id)::int from listings s where s.organisation_id is null and s.current
      and s.during @> least(make_date(y.year, 12, 31), ${today}::date)) as n
    from unnest(${sql.param(counted)}::int[]) y (year)`)
  const found = new Map(rows.map(({ year, n }) => [year, n]))
  return years.map((year) => {
    const told = reported.get(year)
    if (told !== undefined) return { year, count: told, reported: told !== null }
    return { year, count: found.get(year) || null, reported: false }
  })
}
