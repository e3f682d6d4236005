/** The filter of the registry as conditions on `listings s`; list, counts and download share them, so they cannot disagree. */
import { type SQL, sql } from 'drizzle-orm'
import { believed } from '#db/reach/experts.ts'
import type { RegistryFilter } from './registry.ts'

/** One facet that is left out: its own choice does not narrow its counts. */
export type Facet = 'directions' | 'tiers' | 'municipalities'

/**
 * Condition on `listings s` for everything the filter says but the facet left out; `name` is the condition of its words.
 *
 * A filter by place reads the rows of places, any other the rows of statuses: they have indexes of their own.
 */
export function listed(filter: RegistryFilter, name: SQL, without?: Facet): SQL {
  const { day, known, organisation } = filter
  const directions = without === 'directions' ? [] : filter.directions
  const tiers = without === 'tiers' ? [] : filter.tiers
  const municipalities = without === 'municipalities' ? [] : filter.municipalities
  const placed = municipalities.length > 0 || organisation !== null || without === 'municipalities'
  const conditions = [
    placed ? sql`s.organisation_id is not null` : sql`s.organisation_id is null`,
    directions.length > 0 && one(sql`s.direction_id`, sql`directions`, directions),
    tiers.length > 0 && sql`s.tier in ${tiers}`,
    municipalities.length > 0 && one(sql`s.municipality_id`, sql`municipalities`, municipalities),
    organisation !== null && one(sql`s.organisation_id`, sql`organisations`, [organisation]),
    standsOn(day, known),
    name,
  ].filter((condition) => condition !== false)
  return sql.join(conditions, sql` and `)
}

/** Condition on `listings s`: the status holds on the day, as believed now or at the end of the day `known`. */
export function standsOn(day: string, known: string | null): SQL {
  return sql`${known === null ? sql`s.current` : believed(known)} and s.during @> ${day}::date`
}

/** A single code is compared as one value: only then an index that begins with it gives its rows in order of names. */
function one(column: SQL, table: SQL, codes: readonly string[]): SQL {
  const ids = sql`select c.id from ${table} c where c.code in ${codes}`
  return codes.length === 1 ? sql`${column} = (${ids})` : sql`${column} = any(array(${ids}))`
}
