/**
 * The open projection: the one place that says which fields of a person leave the registry.
 *
 * Page, card, download and search read entries from here; a field without ground is null in the row itself, so no
 * caller can forget to hide it.
 */
import { type SQL, sql } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import {
  believed,
  engagementsShown,
  expertiseFinished,
  inForce,
  openName,
  openWorks,
} from '#db/reach/experts.ts'
import type { Standing } from './registry.ts'

export interface EntryStatus {
  direction: string
  title: string
  tier: string
  /** first day and the day after the last one */
  from: string
  to: string | null
  order: { slug: string; number: string; day: string; issuer: string }
}

export interface EntryWork {
  post: string
  organisation: string
  organisationCode: string
  municipality: string | null
}

export interface Entry {
  number: number
  /** null without ground for publication */
  name: { family: string; given: string; patronymic: string } | null
  work: EntryWork | null
  statuses: EntryStatus[]
  /** finished expertises; null without ground to show them */
  finished: number | null
}

/** The day an entry tells of, and the day whose knowledge it tells; null: what is known now. */
export interface AsOf {
  day: string
  known: string | null
  /** whose statuses are told: without it those that hold on the day, else the last ones that do not */
  standing?: Standing | null
}

/** Entries for the people that `ids` selects (a query of one column `id` and one `place` to sort by). */
export async function entriesOf(ctx: Ctx, ids: SQL, asOf: AsOf): Promise<Entry[]> {
  const rows = await ctx.db.execute<Entry & Record<string, unknown>>(sql`
    with found as materialized (${ids})
    select p.number,
      ${openName('p', asOf.day < dayOf(ctx.now, ctx.zone) ? asOf.day : null)} as name,
      (${workOn(asOf.day)}) as work,
      coalesce((${statusesOn(asOf)}), '[]') as statuses,
      case when ${engagementsShown(sql`p.id`)} then
        (select count(*)::int from engagements e where e.person_id = p.id and ${expertiseFinished}) end as finished
    from found join people p on p.id = found.id
    order by found.place`)
  return [...rows]
}

/** An entry's name in one line; null stays null. */
export function nameOf(entry: Pick<Entry, 'name'>): string | null {
  return entry.name && [entry.name.family, entry.name.given, entry.name.patronymic].filter(Boolean).join(' ')
}

function workOn(day: string): SQL {
  return sql`select json_build_object('post', w.post, 'organisation', w.organisation, 'organisationCode', w."organisationCode",
    'municipality', w.municipality) from (${openWorks('p', day)} limit 1) w`
}

function statusesOn({ day, known, standing }: AsOf): SQL {
  const over = standing === 'former' || standing === 'suspended'
  return sql`select json_agg(json_build_object(
      'direction', d.code, 'title', v.short_title, 'tier', s.tier,
      'from', to_char(lower(s.during), 'YYYY-MM-DD'), 'to', to_char(upper(s.during), 'YYYY-MM-DD'),
      'order', json_build_object('slug', r.slug, 'number', r.number, 'day', to_char(r.day, 'YYYY-MM-DD'), 'issuer', i.short_name)
    ) order by v.tier desc, v.position)
    from statuses s join direction_versions v on v.id = s.direction_version_id join directions d on d.id = v.direction_id
    join order_items oi on oi.id = s.begin_item_id join orders r on r.id = oi.order_id join organisations i on i.id = r.issuer_id
    where s.person_id = p.id and ${over ? lastOver(day, known) : inForce(day, known)}`
}

/** The status is over, and nothing of the same direction and tier came after it by that day. */
function lastOver(day: string, known: string | null): SQL {
  return sql`(${believed(known)} and not isempty(s.during) and upper(s.during) <= ${day}::date and not exists (
    select from statuses f join direction_versions w on w.id = f.direction_version_id
    where f.person_id = s.person_id and f.tier = s.tier and w.direction_id = v.direction_id and ${believed(known, 'f')}
      and lower(f.during) >= upper(s.during) and lower(f.during) <= ${day}::date and not isempty(f.during)))`
}
