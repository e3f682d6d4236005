/**
 * Counts beside the filters: for each choice, how many people the list would show if only that facet changed.
 *
 * One query over the statuses of the day; a facet's own choice does not narrow its counts. People whose place of work
 * may not be shown count in the total and in directions, but under no municipality, just as they are listed.
 */
import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { inForce, workShown } from '#db/reach/experts.ts'
import { directionChosen, type Matching, matches, tierChosen } from './conditions.ts'
import type { RegistryFilter } from './registry.ts'

export interface Count {
  code: string
  title: string
  count: number
}

export interface Counts {
  total: number
  /** somebody is in the registry on this day, whatever the other filters say */
  anyone: boolean
  directions: Count[]
  tiers: Count[]
  municipalities: Count[]
  /** title of the organisation that is asked for */
  organisation: string | null
}

/** Counts under the filter; chosen codes are always listed, also with 0. */
export async function countsOf(ctx: Ctx, filter: RegistryFilter, matching: Matching): Promise<Counts> {
  const [row] = await ctx.db.execute<{ counts: Counts }>(sql`
    with wanted as materialized (select p.id from people p where ${matches(filter, matching)} and ${inOrganisation(filter)}),
    held as materialized (
      select s.person_id, s.direction_version_id, d.code as direction, s.tier,
        ${directionChosen(filter.directions)} as direction_ok, ${tierChosen(filter.tiers)} as tier_ok
      from statuses s join direction_versions v on v.id = s.direction_version_id join directions d on d.id = v.direction_id
      join wanted w on w.id = s.person_id where ${inForce(filter.day, filter.known)}),
    works as materialized (
      select distinct e.person_id, o.municipality_id from employments e join organisations o on o.id = e.organisation_id
      join wanted w on w.id = e.person_id
      where e.during @> ${filter.day}::date and o.municipality_id is not null and ${workShown(sql`e.person_id`)}),
    there as materialized (${there(filter)})
    select json_build_object(
      'total', (select count(distinct person_id)::int from held where direction_ok and tier_ok and person_id in (select person_id from there)),
      'anyone', exists (select from statuses s where ${inForce(filter.day, filter.known)}),
      'directions', (${directionCounts(filter)}),
      'tiers', (select coalesce(json_agg(json_build_object('code', t.tier, 'title', t.tier, 'count', t.n)), '[]') from (
        select tier, count(distinct person_id)::int as n from held
        where direction_ok and person_id in (select person_id from there) group by tier) t),
      'municipalities', (${municipalityCounts(filter)}),
      'organisation', (select short_name from organisations where code = ${filter.organisation})) as counts`)
  return (
    row?.counts ?? {
      total: 0,
      anyone: false,
      directions: [],
      tiers: [],
      municipalities: [],
      organisation: null,
    }
  )
}

/** A person in an organisation is found there only when the place of work may be shown. */
function inOrganisation({ organisation, day }: RegistryFilter): SQL {
  if (!organisation) return sql`true`
  return sql`(exists (select from employments e join organisations o on o.id = e.organisation_id
    where e.person_id = p.id and o.code = ${organisation} and e.during @> ${day}::date) and ${workShown(sql`p.id`)})`
}

function there({ municipalities }: RegistryFilter): SQL {
  if (municipalities.length === 0) return sql`select id as person_id from wanted`
  return sql`select w.person_id from works w join municipalities m on m.id = w.municipality_id where m.code in ${municipalities}`
}

function directionCounts({ directions }: RegistryFilter): SQL {
  const chosen = directions.length > 0 ? sql`d.code in ${directions}` : sql`false`
  return sql`select coalesce(json_agg(json_build_object('code', c.code, 'title', c.title, 'count', c.n) order by c.n desc, c.code), '[]')
    from (select d.code, (array_agg(v.short_title order by lower(l.during) desc))[1] as title,
      (select count(distinct h.person_id)::int from held h
        where h.direction = d.code and h.tier_ok and h.person_id in (select person_id from there)) as n
      from directions d join direction_versions v on v.direction_id = d.id join direction_lists l on l.id = v.list_id
      where exists (select from held h where h.direction = d.code) or ${chosen} group by d.code) c`
}

function municipalityCounts({ municipalities }: RegistryFilter): SQL {
  const chosen = municipalities.length > 0 ? sql`m.code in ${municipalities}` : sql`false`
  return sql`select coalesce(json_agg(json_build_object('code', c.code, 'title', c.name, 'count', c.n) order by c.n desc, c.name), '[]')
    from (select m.code, m.name, count(distinct h.person_id)::int as n
      from municipalities m left join works w on w.municipality_id = m.id
      left join held h on h.person_id = w.person_id and h.direction_ok and h.tier_ok
      group by m.code, m.name having count(h.person_id) > 0 or ${chosen}) c`
}
