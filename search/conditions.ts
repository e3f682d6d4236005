/** The words of a query as conditions of SQL. */
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'

/** Every start begins some word of the text. */
export function hasAll(text: SQL, starts: readonly string[]): SQL<boolean> {
  const conditions = starts.map((start) => sql`translate(lower(${text}), 'ё', 'е') ~ ${pattern(start)}`)
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

/** A regular expression of PostgreSQL: a word that begins so. Words hold letters, digits and their joints only. */
export function pattern(start: string): string {
  return `\\m${start.replace(/[-./]/g, '\\$&')}`
}

/**
 * What words of the language are looked for by: «экспертов» by «эксперт». Short stems would find too much and stay
 * whole; words that carry no meaning are left out while others remain.
 */
export async function startsOf(db: Db, words: readonly string[]): Promise<string[]> {
  if (words.length === 0) return []
  const rows = await db.execute<{ word: string; stem: string[] | null }>(
    sql`select word, ts_lexize('russian_stem', word) as stem
      from unnest(array[${sql.join(
        words.map((word) => sql`${word}`),
        sql`, `,
      )}]::text[]) with ordinality as asked(word, position) order by position`,
  )
  const telling = rows.filter(({ word, stem }) => stem?.length !== 0 && word.length > 1)
  return (telling.length > 0 ? telling : rows).map(({ word, stem }) => {
    const [first] = stem ?? []
    return first && first.length >= 3 && word.startsWith(first) ? first : word
  })
}
