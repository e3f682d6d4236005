/**
 * Reach of experts: which open fields of a person may be shown now. Every page, download and feed asks here.
 *
 * A name or a place of work needs a ground: a named act, the demonstration, or a consent that stands. Without one the
 * registry shows number, direction, order and days, so that its counts agree with what is listed.
 */
import { type SQL, sql } from 'drizzle-orm'
import { content } from '#content/load.ts'

/**
 * Condition: the name of the person with this id may be shown. The rule itself is the view `people_grounds`; triggers keep
 * its answer in the person's row, so that it is read and not worked out a thousand times a page.
 */
export function nameShown(personId: SQL): SQL<boolean> {
  return sql<boolean>`coalesce((select h.name_open from people h where h.id = ${personId}), false)`
}

/** Condition: what the person took part in may be shown; never without the name. */
export function engagementsShown(personId: SQL): SQL<boolean> {
  return sql<boolean>`coalesce((select h.engagements_open from people h where h.id = ${personId}), false)`
}

/** Condition: post and organisation of the person may be shown; never without the name. */
export function workShown(personId: SQL): SQL<boolean> {
  return sql<boolean>`coalesce((select h.work_open from people h where h.id = ${personId}), false)`
}

/** The name of `people` under this alias, in parts, as far as it is open: the one projection of page, API, file and search. */
export function openName(
  alias: 'p',
  day: string | null = null,
): SQL<{ family: string; given: string; patronymic: string } | null> {
  const p = sql.raw(alias)
  const now = sql`json_build_object('family', ${p}.family_name, 'given', ${p}.given_name, 'patronymic', ${p}.patronymic)`
  const then = sql`coalesce((select json_build_object('family', n.family_name, 'given', n.given_name, 'patronymic', n.patronymic)
    from former_names n where n.person_id = ${p}.id and n.until > ${day}::date order by n.until limit 1), ${now})`
  return sql`case when ${nameShown(sql`${p}.id`)} then ${day === null ? now : then} end`
}

/** The same name in one line, as it is now; null where it may not be shown. */
export function openFullName(alias: 'p'): SQL<string | null> {
  const p = sql.raw(alias)
  return sql`case when ${nameShown(sql`${p}.id`)} then concat_ws(' ', ${p}.family_name, ${p}.given_name, nullif(${p}.patronymic, '')) end`
}

/** Places of work of `people` under this alias, the last one first, as far as they are open; on a day, that day's alone. */
export function openWorks(alias: 'p', day: string | null): SQL {
  const p = sql.raw(alias)
  return sql`select e.post, o.short_name as organisation, o.code as "organisationCode", m.name as municipality,
      to_char(lower(e.during), 'YYYY-MM-DD') as from, to_char(upper(e.during), 'YYYY-MM-DD') as to
    from employments e join organisations o on o.id = e.organisation_id left join municipalities m on m.id = o.municipality_id
    where e.person_id = ${p}.id and ${workShown(sql`${p}.id`)} and ${day === null ? sql`true` : sql`e.during @> ${day}::date`}
    order by lower(e.during) desc, e.id`
}

/** Condition on `engagements e`: it goes on that day. What has a term is over after its last day, closed or not. */
export function goingOn(day: string): SQL<boolean> {
  return sql<boolean>`(e.outcome = 'going' and e.during @> ${day}::date)`
}

/** Condition on `engagements e`: an expertise brought to its conclusion; having spoken in a discussion is none. */
export const expertiseFinished = sql<boolean>`(e.kind = 'panel' and e.outcome = 'finished' and e.role <> 'secretary')`

/** Condition on `statuses s` (or `listings s`): in force on the day, as believed now or as was believed at the end of the day `known`. */
export function inForce(day: string, known: string | null = null): SQL<boolean> {
  return sql<boolean>`(${believed(known)} and s.during @> ${day}::date)`
}

/** Condition on `orders` under this alias: of this day or earlier, and registered by the end of the day `known`. */
export function registeredBy(
  { day, known }: { day: string | null; known: string | null },
  alias: 'r' | 'x',
): SQL {
  const [column, at] = [sql.raw(`${alias}.day`), sql.raw(`${alias}.registered_at`)]
  const { timezone } = content().instance
  const dated = day === null ? sql`true` : sql`${column} <= ${day}::date`
  const told =
    known === null ? sql`true` : sql`${at} < (${known}::date + 1)::timestamp at time zone ${timezone}`
  return sql`(${dated} and ${told})`
}

/** Condition on `statuses s` (or `listings s`, or another alias of them): what the site believes now, or believed at the end of that day in the instance's zone. */
export function believed(known: string | null, alias: 's' | 'f' | 'x' = 's'): SQL<boolean> {
  const column = sql.raw(`${alias}.known`)
  if (known === null) return sql<boolean>`upper_inf(${column})`
  const { timezone } = content().instance
  return sql<boolean>`${column} @> ((${known}::date + 1)::timestamp at time zone ${timezone} - interval '1 microsecond')`
}
