/**
 * Counts beside the filters: for each choice, how many people the list would show if only that facet changed.
 *
 * One query over `listings`; a facet's own choice does not narrow its counts. People whose place of work may not be
 * shown count in the total and in directions, but under no municipality, just as they are listed.
 */
import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { directionVersions } from '#db/schema/index.ts'
import { listed, standsOn } from './conditions.ts'
import type { Sought } from './naming.server.ts'
import type { RegistryFilter } from './registry.ts'

const tiers = directionVersions.tier.enumValues

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

/** Up to what the total and the count of a choice are exact. */
export interface ExactTo {
  total: number
  facet: number
}

/**
 * Counts under the filter; chosen codes are always listed, also with 0. With `exactTo` no count goes beyond one more
 * than it, and counting stops there, so that the page costs the same among any number of people.
 */
export async function countsOf(
  ctx: Ctx,
  filter: RegistryFilter,
  { name }: Sought,
  exactTo: ExactTo | null = null,
): Promise<Counts> {
  const people = (condition: SQL, upTo = exactTo?.facet) => sql`(select count(*)::int from (
    select distinct s.family_name, s.given_name, s.patronymic, s.number from listings s where ${condition} ${upTo === undefined ? sql`` : sql`limit ${upTo + 1}`}) n)`
  const [row] = await ctx.db.execute<{ counts: Counts }>(sql`
    select json_build_object(
      'total', ${people(listed(filter, name), exactTo?.total)},
      'anyone', exists (select from listings s where s.organisation_id is null and ${standsOn(filter.day, filter.known)}),
      'directions', (${directionCounts(filter, people(sql`${listed(filter, name, 'directions')} and s.direction_id = d.id`))}),
      'tiers', (select coalesce(json_agg(json_build_object('code', c.tier, 'title', c.tier, 'count', c.n)), '[]') from (
        select t.tier, ${people(sql`${listed(filter, name, 'tiers')} and s.tier = t.tier`)} as n
        from unnest(${sql.param([...tiers])}::text[]) t (tier) offset 0) c where c.n > 0),
      'municipalities', (${municipalityCounts(filter, people(sql`${listed(filter, name, 'municipalities')} and s.municipality_id = m.id`))}),
      'organisation', (select short_name from organisations where code = ${filter.organisation})) as counts`)
  if (!row) throw new Error('a query of one row gave none')
  return row.counts
}

function directionCounts({ directions }: RegistryFilter, people: SQL): SQL {
  const chosen = directions.length > 0 ? sql`c.code in ${directions}` : sql`false`
  return sql`select coalesce(json_agg(json_build_object('code', c.code, 'title', c.title, 'count', c.n) order by c.n desc, c.code), '[]')
    from (select d.code, ${people} as n, (select v.short_title from direction_versions v join direction_lists l on l.id = v.list_id
        where v.direction_id = d.id order by lower(l.during) desc limit 1) as title
      from directions d where exists (select from direction_versions v where v.direction_id = d.id) offset 0) c
    where c.n > 0 or ${chosen}`
}

function municipalityCounts({ municipalities }: RegistryFilter, people: SQL): SQL {
  const chosen = municipalities.length > 0 ? sql`c.code in ${municipalities}` : sql`false`
  return sql`select coalesce(json_agg(json_build_object('code', c.code, 'title', c.name, 'count', c.n) order by c.n desc, c.name), '[]')
    from (select m.code, m.name, ${people} as n from municipalities m offset 0) c where c.n > 0 or ${chosen}`
}
