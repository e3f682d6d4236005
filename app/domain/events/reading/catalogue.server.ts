/** The catalogue of events: what was announced, the same for everybody; with the counts of its filters. */
import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import type { EventCursor, EventFilter } from './filter.ts'

export interface EventEntry extends Record<string, unknown> {
  number: number
  series: string | null
  edition: string
  title: string
  startsAt: string
  endsAt: string
  place: string
  online: boolean
  organisation: string
  direction: string | null
  state: 'announced' | 'held' | 'cancelled'
  capacity: number | null
  taken: number
  changedAt: string
}

const iso = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
const base = sql`from events e join organisations o on o.id = e.organisation_id
  left join direction_versions dv on dv.id = e.direction_version_id left join directions d on d.id = dv.direction_id`
const columns = sql`e.number, e.series, e.edition, e.title, ${iso('e.starts_at')} as "startsAt", ${iso('e.ends_at')} as "endsAt",
  e.place, e.link <> '' as online, o.short_name as organisation, dv.short_title as direction, e.state, e.capacity,
  (select count(*)::int from event_registrations r where r.event_id = e.id and r.state = 'confirmed') as taken,
  ${iso('e.changed_at')} as "changedAt"`

/** A page of the catalogue; `next` is where the following one begins. */
export async function listEvents(
  ctx: Pick<Ctx, 'db' | 'now'>,
  filter: EventFilter,
  { after, limit }: { after: EventCursor | null; limit: number },
): Promise<{ rows: EventEntry[]; next: EventCursor | null }> {
  const coming = filter.view === 'coming'
  const where = [
    sql`e.state <> 'draft'`,
    inView(ctx, filter),
    chosen('series', filter),
    chosen('direction', filter),
  ]
  if (after && coming)
    where.push(sql`(e.starts_at, e.number) > (${after.startsAt}::timestamptz, ${after.number})`)
  if (after && !coming)
    where.push(sql`(e.starts_at, e.number) < (${after.startsAt}::timestamptz, ${after.number})`)
  const order = coming ? sql`e.starts_at, e.number` : sql`e.starts_at desc, e.number desc`
  const rows = await ctx.db.execute<EventEntry>(sql`
    select ${columns} ${base} where ${sql.join(where, sql` and `)} order by ${order} limit ${limit + 1}`)
  const page = [...rows].slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page,
    next: rows.length > limit && last ? { startsAt: last.startsAt, number: last.number } : null,
  }
}

export interface EventCount {
  code: string
  title: string
  count: number
}

/** For each choice, how many events the list would show if only that facet changed; and both halves of the list. */
export async function countEvents(ctx: Pick<Ctx, 'db' | 'now'>, filter: EventFilter) {
  const facet = (name: 'series' | 'direction') => {
    const other = name === 'series' ? 'direction' : 'series'
    const [column, title] =
      name === 'series' ? [sql`e.series`, sql`e.series`] : [sql`d.code`, sql`max(dv.short_title)`]
    return ctx.db.execute<EventCount & Record<string, unknown>>(sql`
      select ${column} as code, ${title} as title, count(*)::int as count ${base}
      where e.state <> 'draft' and ${column} is not null and ${inView(ctx, filter)} and ${chosen(other, filter)}
      group by ${column} order by count desc, 2 limit 60`)
  }
  const halves = await ctx.db.execute<{ coming: number; past: number }>(sql`
    select count(*) filter (where ${inView(ctx, { view: 'coming' })})::int as coming,
      count(*) filter (where ${inView(ctx, { view: 'past' })})::int as past ${base}
    where e.state <> 'draft' and ${chosen('series', filter)} and ${chosen('direction', filter)}`)
  return {
    series: [...(await facet('series'))],
    direction: [...(await facet('direction'))],
    coming: halves[0]?.coming ?? 0,
    past: halves[0]?.past ?? 0,
  }
}

/** Numbers of announced events, the latest first. */
export async function announcedNumbers({ db }: Pick<Ctx, 'db'>, limit: number): Promise<number[]> {
  const rows = await db.execute<{ number: number }>(sql`
    select e.number from events e where e.state <> 'draft' order by e.starts_at desc, e.number desc limit ${limit}`)
  return rows.map(({ number }) => number)
}

function inView({ now }: Pick<Ctx, 'now'>, { view }: Pick<EventFilter, 'view'>): SQL {
  const at = sql`${now.toISOString()}::timestamptz`
  return view === 'coming' ? sql`e.ends_at >= ${at}` : sql`e.ends_at < ${at}`
}

function chosen(facet: 'series' | 'direction', filter: EventFilter): SQL {
  if (filter[facet].length === 0) return sql`true`
  const list = sql`${sql.param(filter[facet])}::text[]`
  return facet === 'series' ? sql`e.series = any(${list})` : sql`d.code = any(${list})`
}
