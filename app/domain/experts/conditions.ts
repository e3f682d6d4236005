/** The filter of the registry as conditions on `listings s`; list, counts and download share them, so they cannot disagree. */
import { type SQL, sql } from 'drizzle-orm'
import { content } from '#content/load.ts'
import { believed, expertiseFinished } from '#db/reach/experts.ts'
import { monthsAfter, type RegistryFilter, type Standing } from './registry.ts'

const nothing = {
  ...{ directions: [], tiers: [], municipalities: [], organisations: [], subjects: [] },
  ...{ standing: null, years: null, expertises: null },
} satisfies Partial<RegistryFilter>

const places: ReadonlySet<string> = new Set(['municipalities', 'organisations', 'subjects'])

/** One facet that is left out: its own choice does not narrow its counts. */
export type Facet = keyof typeof nothing

/**
 * Condition on `listings s` for everything the filter says but the facet left out; `name` is the condition of its words.
 *
 * A filter by place or by subject reads the rows of places, any other the rows of statuses: they have indexes of their own.
 */
export function listed(filter: RegistryFilter, name: SQL, without?: Facet): SQL {
  const { directions, tiers, municipalities, organisations, work, subjects, standing, years, expertises } =
    without === undefined ? filter : { ...filter, ...only(without) }
  const { day, known } = filter
  const chosen = [municipalities, organisations, subjects].some((codes) => codes.length > 0) || work !== ''
  const placed = chosen || (without !== undefined && places.has(without))
  const conditions = [
    placed ? sql`s.organisation_id is not null` : sql`s.organisation_id is null`,
    directions.length > 0 && one(sql`s.direction_id`, sql`directions`, directions),
    tiers.length > 0 && sql`s.tier in ${tiers}`,
    municipalities.length > 0 && one(sql`s.municipality_id`, sql`municipalities`, municipalities),
    organisations.length > 0 && one(sql`s.organisation_id`, sql`organisations`, organisations),
    work !== '' && sql`s.organisation_id = any(array(${organisationsCalled(work)}))`,
    subjects.length > 0 &&
      (subjects.length === 1 ? sql`s.subject = ${subjects[0]}` : sql`s.subject in ${subjects}`),
    years !== null && since(monthsAfter(day, -12 * years), known),
    expertises !== null && finishedAtLeast(expertises, day),
    standsOn(day, known, standing),
    name,
  ].filter((condition) => condition !== false)
  return sql.join(conditions, sql` and `)
}

function only(facet: Facet): Partial<RegistryFilter> {
  return { [facet]: nothing[facet] }
}

/** Condition on `listings s`: the status stands so on the day, as believed now or at the end of the day `known`. */
export function standsOn(day: string, known: string | null, standing: Standing | null = null): SQL {
  const held = known === null ? sql`s.current` : believed(known)
  const over = sql`upper(s.during) <= ${day}::date`
  if (standing === 'ending') {
    const soon = sql`upper(s.during) <= ${day}::date + ${content().settings.registry.endingDays}::int`
    return sql`${held} and s.during @> ${day}::date and ${soon}`
  }
  if (standing === 'suspended') return sql`${held} and ${over} and ${suspendedOn(day, known)}`
  if (standing === 'former')
    return sql`${held} and ${over} and not (${holdsOn(day, known)}) and not (${suspendedOn(day, known)})`
  return sql`${held} and s.during @> ${day}::date`
}

/** Ids of organisations whose name, short or full, or alias holds the words. */
export function organisationsCalled(words: string): SQL {
  const like = `%${words
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\\%_]/g, '\\$&')}%`
  return sql`select o.id from organisations o where
    translate(lower(o.short_name || ' ' || o.name || ' ' || array_to_string(o.aliases, ' ')), 'ё', 'е') like ${like}`
}

/** Some status of the person holds on the day. */
function holdsOn(day: string, known: string | null): SQL {
  return sql`exists (select from statuses f where f.person_id = s.person_id and ${believed(known, 'f')} and f.during @> ${day}::date)`
}

/** A suspension in force keeps the status of this row from holding, and nothing has begun again since. */
function suspendedOn(day: string, known: string | null): SQL {
  const same = (alias: 'f' | 'x') => {
    const a = sql.raw(alias)
    return sql`${a}.person_id = s.person_id and ${a}.tier = s.tier and ${believed(known, alias)} and ${a}.direction_version_id
      in (select v.id from direction_versions v where v.direction_id = s.direction_id)`
  }
  return sql`s.person_id in (select i.person_id from order_items i where i.act = 'suspend' and i.during @> ${day}::date)
    and exists (select from statuses x join order_items i on i.id = x.end_item_id join orders o on o.id = i.order_id
      where ${same('x')} and x.during @> s.during and i.act = 'suspend' and i.during @> ${day}::date and i.retracted_at is null and o.revoked_by_id is null)
    and not exists (select from statuses f where ${same('f')} and f.during @> ${day}::date)`
}

/** In the registry no later than the day; what was believed at another time is asked of the ledger itself. */
function since(day: string, known: string | null): SQL {
  if (known === null) return sql`s.since <= ${day}::date`
  return sql`exists (select from statuses f where f.person_id = s.person_id and ${believed(known, 'f')}
    and not isempty(f.during) and lower(f.during) <= ${day}::date)`
}

/** Works tell whose they are, so they are counted only where they may be shown, which is never without the name. */
function finishedAtLeast(count: number, day: string): SQL {
  return sql`s.family_name is not null and s.person_id in (select e.person_id from engagements e
    join people h on h.id = e.person_id and h.engagements_open where ${expertiseFinished} and upper(e.during) <= ${day}::date + 1 group by e.person_id having count(*) >= ${count})`
}

/** A single code is compared as one value: only then an index that begins with it gives its rows in order of names. */
function one(column: SQL, table: SQL, codes: readonly string[]): SQL {
  const ids = sql`select c.id from ${table} c where c.code in ${codes}`
  return codes.length === 1 ? sql`${column} = (${ids})` : sql`${column} = any(array(${ids}))`
}
