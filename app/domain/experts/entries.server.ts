/**
 * The open projection: the one place that says which fields of a person leave the registry.
 *
 * Page, card, download and search read entries from here; a field without ground is null in the row itself, so no
 * caller can forget to hide it.
 */
import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { expertiseFinished, inForce, nameShown, workShown } from '#db/reach/experts.ts'

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
  /** finished expertises; 0 without ground to show the name */
  finished: number
}

/** The day an entry tells of, and the day whose knowledge it tells; null: what is known now. */
export interface AsOf {
  day: string
  known: string | null
}

/** Entries for the people that `ids` selects (a query of one column `id` and one `place` to sort by). */
export async function entriesOf(ctx: Ctx, ids: SQL, asOf: AsOf): Promise<Entry[]> {
  const rows = await ctx.db.execute<Entry & Record<string, unknown>>(sql`
    with found as materialized (${ids})
    select p.number,
      case when ${nameShown(sql`p.id`)} then json_build_object(
        'family', p.family_name, 'given', p.given_name, 'patronymic', p.patronymic) end as name,
      case when ${workShown(sql`p.id`)} then (${workOn(asOf.day)}) end as work,
      coalesce((${statusesOn(asOf)}), '[]') as statuses,
      case when ${nameShown(sql`p.id`)} then
        (select count(*)::int from engagements e where e.person_id = p.id and ${expertiseFinished}) else 0 end as finished
    from found join people p on p.id = found.id
    order by found.place`)
  return [...rows]
}

/** An entry's name in one line; null stays null. */
export function nameOf(entry: Pick<Entry, 'name'>): string | null {
  return entry.name && [entry.name.family, entry.name.given, entry.name.patronymic].filter(Boolean).join(' ')
}

function workOn(day: string): SQL {
  return sql`select json_build_object('post', e.post, 'organisation', o.short_name, 'organisationCode', o.code, 'municipality', m.name)
    from employments e join organisations o on o.id = e.organisation_id
    left join municipalities m on m.id = o.municipality_id
    where e.person_id = p.id and e.during @> ${day}::date order by lower(e.during) desc, e.id limit 1`
}

function statusesOn({ day, known }: AsOf): SQL {
  return sql`select json_agg(json_build_object(
      'direction', d.code, 'title', v.short_title, 'tier', s.tier,
      'from', to_char(lower(s.during), 'YYYY-MM-DD'), 'to', to_char(upper(s.during), 'YYYY-MM-DD'),
      'order', json_build_object('slug', r.slug, 'number', r.number, 'day', to_char(r.day, 'YYYY-MM-DD'), 'issuer', i.short_name)
    ) order by v.tier desc, v.position)
    from statuses s join direction_versions v on v.id = s.direction_version_id join directions d on d.id = v.direction_id
    join order_items oi on oi.id = s.begin_item_id join orders r on r.id = oi.order_id join organisations i on i.id = r.issuer_id
    where s.person_id = p.id and ${inForce(day, known)}`
}
