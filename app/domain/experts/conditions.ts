/** The filter of the registry as conditions of SQL; list, counts and download share them, so they cannot disagree. */
import { type SQL, sql } from 'drizzle-orm'
import { inForce, nameShown, workShown } from '#db/reach/experts.ts'
import type { RegistryFilter } from './registry.ts'

/** `exact`: each word stands in the name; `similar`: the name is like the words, typos allowed. */
export type Matching = 'exact' | 'similar'

const person = sql`p.id`

/** Condition on `people p`: found by the words. Hidden names are found by number only. */
export function matches({ q }: RegistryFilter, matching: Matching): SQL {
  const known = sql`p.merged_into_id is null`
  if (!q) return known
  const number = /^(?:№\s*)?(\d{1,9})$/.exec(q)?.[1]
  if (number) return sql`${known} and p.number = ${Number(number)}`
  const words = normal(q).split(' ').filter(Boolean)
  const alike =
    matching === 'exact' ? each(words, contains) : or(similar(normal(q)), each(words, similarOrContained))
  return sql`${known} and ${alike} and ${nameShown(person)}`
}

/** Condition on `statuses s` joined with `directions d`. */
export function holds({ day, known, directions, tiers }: RegistryFilter): SQL {
  return sql`(${inForce(day, known)} and ${directionChosen(directions)} and ${tierChosen(tiers)})`
}

export function directionChosen(directions: readonly string[]): SQL {
  return directions.length > 0 ? sql`d.code in ${directions}` : sql`true`
}

export function tierChosen(tiers: readonly string[]): SQL {
  return tiers.length > 0 ? sql`s.tier in ${tiers}` : sql`true`
}

/** Condition on `people p`: works on the day where the filter says, and that may be shown. */
export function worksThere({ day, municipalities, organisation }: RegistryFilter): SQL {
  if (municipalities.length === 0 && !organisation) return sql`true`
  const town = municipalities.length > 0 ? sql`m.code in ${municipalities}` : sql`true`
  const place = organisation ? sql`o.code = ${organisation}` : sql`true`
  return sql`(exists (select from employments e join organisations o on o.id = e.organisation_id
      left join municipalities m on m.id = o.municipality_id
      where e.person_id = p.id and e.during @> ${day}::date and ${town} and ${place}) and ${workShown(person)})`
}

/** Condition on `people p`: has a status that the filter asks for. */
export function isListed(filter: RegistryFilter): SQL {
  const { directions } = filter
  const joined =
    directions.length > 0
      ? sql`join direction_versions v on v.id = s.direction_version_id join directions d on d.id = v.direction_id`
      : sql``
  return sql`exists (select from statuses s ${joined} where s.person_id = p.id and ${holds(filter)})`
}

function normal(words: string): string {
  return words.toLowerCase().replaceAll('ё', 'е')
}

function contains(word: string): SQL {
  return sql`p.name_norm like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`
}

function similar(words: string): SQL {
  return sql`${words} <<% p.name_norm`
}

function similarOrContained(word: string): SQL {
  return or(contains(word), similar(word))
}

function or(one: SQL, other: SQL): SQL {
  return sql`(${one} or ${other})`
}

function each(words: readonly string[], condition: (word: string) => SQL): SQL {
  return sql`(${sql.join(words.map(condition), sql` and `)})`
}
