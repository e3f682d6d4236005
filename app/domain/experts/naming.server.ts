/**
 * Words of a name: what the registry looks for when somebody types «Ельцва Дарья».
 *
 * Words are looked up in the vocabulary of names first, which stays small among a million people; the list then asks
 * for whole names, so that its index gives them in order and a page costs the same for any number of matches.
 */
import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { nameWordsAlike, nameWordsWith, type WordFound } from '#search/name-words.ts'
import type { RegistryFilter } from './registry.ts'

/** `exact`: each word stands in the name; `similar`: each word is like a word of the name, typos allowed. */
export type Matching = 'exact' | 'similar'

export interface Sought {
  matching: Matching
  /** condition on `listings s` */
  name: SQL
}

/** The words of the filter as a condition; a registry number is found whether the name may be shown or not. */
export async function soughtOf(ctx: Ctx, { q }: RegistryFilter, matching: Matching): Promise<Sought> {
  const number = numberIn(q)
  if (!q || number !== null) return { matching, name: number === null ? sql`true` : withNumber(number) }
  const words = [...new Set(q.toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean))]
  const look = matching === 'exact' ? nameWordsWith : nameWordsAlike
  const conditions = (await look(ctx.db, words)).map(standsInName)
  return { matching, name: sql`(s.family_name is not null and ${sql.join(conditions, sql` and `)})` }
}

/** Whether typos may be forgiven: a number has none. */
export function mayBeMistyped({ q }: RegistryFilter): boolean {
  return q !== '' && numberIn(q) === null
}

function numberIn(q: string): number | null {
  const digits = /^(?:№\s*)?(\d{1,9})$/.exec(q)?.[1]
  return digits === undefined ? null : Number(digits)
}

function withNumber(number: number): SQL {
  return sql`s.person_id = (select n.id from people n where n.number = ${number})`
}

/** A word that stands in no given name and no patronymic must stand in the family name, which the index is ordered by. */
function standsInName({ word, families, given }: WordFound): SQL {
  if (families === 'many' || given === 'many') return contains(word)
  if (given.length === 0) return isOne(sql`s.family_name`, families)
  return sql`(${isOne(sql`s.family_name`, families)} or ${isOne(sql`s.given_name`, given)} or ${isOne(sql`s.patronymic`, given)})`
}

function isOne(column: SQL, words: readonly string[]): SQL {
  return sql`${column} = any(${sql.param(words)}::text[])`
}

function contains(word: string): SQL {
  const whole = sql`translate(lower(s.family_name || ' ' || s.given_name || ' ' || s.patronymic), 'ё', 'е')`
  return sql`${whole} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`
}
