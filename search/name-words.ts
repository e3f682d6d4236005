/** The vocabulary of names: which family names, given names and patronymics a typed word stands in, or is like. */
import { type SQL, sql } from 'drizzle-orm'
import type { Search } from './engine.ts'

/** Names that a word may mean; `many`: so many that looking at each person is cheaper than naming them. */
export interface WordFound {
  word: string
  families: string[] | 'many'
  given: string[] | 'many'
}

type Reader = Pick<Search['db'], 'execute'>

// Beyond this a word («ов») stands in so many names that a walk in their order finds a page at once.
const MANY = 20_000
// How like a word must be: measured on names with one typo, 98 of 100 come first.
const LIKENESS = 0.5
const ALIKE = 8

/** For each normalised word the names that contain it. */
export function nameWordsWith(db: Reader, words: readonly string[]): Promise<WordFound[]> {
  return lookUp(db, words, MANY, (word) => {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    return sql`select w.kind, w.word from name_words w where w.norm like ${like} limit ${MANY + 1}`
  })
}

/** For each normalised word the names that contain it and those most like it, at most eight of a kind, typos allowed. */
export async function nameWordsAlike(db: Reader, words: readonly string[]): Promise<WordFound[]> {
  const [whole, alike] = await Promise.all([nameWordsWith(db, words), lookUp(db, words, 2 * ALIKE, likest)])
  return whole.map(({ word, families, given }, place) => ({
    word,
    families: joined(families, alike[place]?.families ?? []),
    given: joined(given, alike[place]?.given ?? []),
  }))
}

function joined(one: string[] | 'many', other: string[] | 'many'): string[] | 'many' {
  return one === 'many' || other === 'many' ? 'many' : [...new Set([...one, ...other])]
}

function likest(word: string): SQL {
  const distance = sql`levenshtein_less_equal(left(w.norm, 100), left(${word}, 100), 4)::real`
  return sql`select l.kind, l.word from (
      select w.kind, w.word, row_number() over (partition by w.kind order by w.likeness desc, w.word) as place from (
        select w.kind, w.word, greatest(similarity(w.norm, ${word}),
          1 - ${distance} / greatest(length(w.norm), length(${word}::text))) as likeness
        from name_words w where w.norm % ${word}) w
      where w.likeness >= ${LIKENESS}) l
    where l.place <= ${ALIKE}`
}

/** What a query for each word finds; more than `most` of both kinds are `many`. */
async function lookUp(
  db: Reader,
  words: readonly string[],
  most: number,
  query: (word: string) => SQL,
): Promise<WordFound[]> {
  const found = words.map(
    (word, place) =>
      sql`select ${place}::int as place, n.kind, array_agg(n.word) as words from (${query(word)}) n group by n.kind`,
  )
  const rows = await db.execute<{ place: number; kind: 'family' | 'given'; words: string[] }>(
    sql.join(found, sql` union all `),
  )
  return words.map((word, place) => {
    const of = (kind: 'family' | 'given') =>
      rows.find((row) => row.place === place && row.kind === kind)?.words ?? []
    const [families, given] = [of('family'), of('given')]
    const many = families.length + given.length > most
    return { word, families: many ? 'many' : families, given: many ? 'many' : given }
  })
}
