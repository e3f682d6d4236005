/**
 * Counts beside the filters: for each choice, how many people the list would show if only that facet changed.
 *
 * One query over `listings`; a facet's own choice does not narrow its counts. People whose place of work may not be
 * shown count in the total and in directions, but under no municipality, just as they are listed.
 */
import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { content } from '#content/load.ts'
import { directionVersions } from '#db/schema/index.ts'
import { listed, organisationsCalled, standsOn } from './conditions.ts'
import type { Sought } from './naming.server.ts'
import { type RegistryFilter, type Standing, standings } from './registry.ts'

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
  /** organisations that are asked for, by code or by words of the name, with the people listed there */
  organisations: Count[]
  subjects: Count[]
  /** how many there would be of those whose status holds (code `current`) and of each other standing */
  standings: { code: 'current' | Standing; count: number }[]
  /** by least number of years and of expertises */
  years: { least: number; count: number }[]
  expertises: { least: number; count: number }[]
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
  const { years, expertises } = content().settings.registry
  const few = fewPeople(exactTo)
  const array = (parts: SQL[]) => sql`json_build_array(${sql.join(parts, sql`, `)})`
  const leasts = (facet: 'years' | 'expertises', choices: readonly number[]) =>
    array(
      choices.map(
        (least) =>
          sql`json_build_object('least', ${least}::int, 'count', ${few(listed({ ...filter, [facet]: least }, name))})`,
      ),
    )
  const [row] = await ctx.db.execute<{ counts: Counts }>(sql`
    select json_build_object(
      'total', ${people(listed(filter, name), exactTo?.total)},
      'anyone', exists (select from listings s where s.organisation_id is null and ${standsOn(filter.day, filter.known)}),
      'directions', (${directionCounts(filter, people(sql`${listed(filter, name, 'directions')} and s.direction_id = d.id`))}),
      'tiers', (select coalesce(json_agg(json_build_object('code', c.tier, 'title', c.tier, 'count', c.n)), '[]') from (
        select t.tier, ${people(sql`${listed(filter, name, 'tiers')} and s.tier = t.tier`)} as n
        from unnest(${sql.param([...tiers])}::text[]) t (tier) offset 0) c where c.n > 0),
      'municipalities', (${municipalityCounts(filter, people(sql`${listed(filter, name, 'municipalities')} and s.municipality_id = m.id`))}),
      'organisations', (${organisationCounts(filter, people, name)}),
      'subjects', (${subjectCounts(filter, people(sql`${listed(filter, name, 'subjects')} and s.subject = u.code`))}),
      'standings', ${array(
        [null, ...standings].map(
          (standing) =>
            sql`json_build_object('code', ${standing ?? 'current'}::text, 'count', ${standing === filter.standing ? sql`null::int` : few(listed({ ...filter, standing }, name))})`,
        ),
      )},
      'years', ${leasts('years', years)}, 'expertises', ${leasts('expertises', expertises)}) as counts`)
  if (!row) throw new Error('a query of one row gave none')
  const { counts } = row
  // those of the standing that is shown are all that are shown
  const shown = exactTo ? Math.min(counts.total, exactTo.facet + 1) : counts.total
  return {
    ...counts,
    standings: counts.standings.map(({ code, count }) => ({ code, count: count ?? shown })),
  }
}

// How many rows somebody may have: directions by tiers, and then some; and how many most have.
const rowsOfOne = { most: 60, usual: 6 }

/**
 * People of a condition that no index orders by name. A usual number of rows tells whether there are more than are
 * counted, and all of them where there are fewer; else so many are read that nobody can be missed.
 */
function fewPeople(exactTo: ExactTo | null) {
  return (condition: SQL) => {
    const rows = (most: SQL) => sql`select s.person_id from listings s where ${condition} ${most}`
    if (!exactTo) return sql`(select count(distinct k.person_id)::int from (${rows(sql``)}) k)`
    const most = exactTo.facet + 1
    const usual = most * rowsOfOne.usual
    const all = sql`select count(*)::int from (select distinct k.person_id from (${rows(sql`limit ${most * rowsOfOne.most}`)}) k limit ${most}) n`
    return sql`(select case when w.rows < ${usual} or w.people >= ${most} then least(w.people, ${most}) else (${all}) end
      from (select count(*)::int as rows, count(distinct k.person_id)::int as people from (${rows(sql`limit ${usual}`)}) k) w)`
  }
}

// So many organisations that the words name are counted, and those with most people of the list are offered.
const organisationsMost = { counted: 60, offered: 12 }

/** Organisations of the filter: those chosen and those whose name holds the words, the choice itself not narrowing them. */
function organisationCounts(filter: RegistryFilter, people: (condition: SQL) => SQL, name: SQL): SQL {
  const { organisations, work } = filter
  if (organisations.length === 0 && work === '') return sql`'[]'::json`
  const { counted, offered } = organisationsMost
  const here = sql`${listed({ ...filter, work: '' }, name, 'organisations')} and s.organisation_id = o.id`
  const called = work === '' ? sql`false` : sql`x.id in (${organisationsCalled(work)})`
  const chosen = organisations.length > 0 ? sql`x.code in ${organisations}` : sql`false`
  const first = sql`case when ${chosen} then 0 else 1 end`
  return sql`select coalesce(json_agg(json_build_object('code', c.code, 'title', c.short_name, 'count', c.n)), '[]')
    from (select * from (select o.code, o.short_name, o.first, ${people(here)} as n
        from (select x.id, x.code, x.short_name, ${first} as first from organisations x where ${chosen} or ${called}
          order by first, x.short_name limit ${counted}) o offset 0) y
      where y.n > 0 or y.first = 0 order by y.first, y.n desc, y.short_name limit ${offered}) c`
}

function subjectCounts({ subjects }: RegistryFilter, people: SQL): SQL {
  const chosen = subjects.length > 0 ? sql`c.code in ${subjects}` : sql`false`
  return sql`select coalesce(json_agg(json_build_object('code', c.code, 'title', c.code, 'count', c.n) order by c.n desc, c.code), '[]')
    from (select u.code, ${people} as n from subjects u offset 0) c where c.n > 0 or ${chosen}`
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
