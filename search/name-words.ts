/** The vocabulary of names: which family names, given names and patronymics a typed word stands in, or is like. */
import { type SQL, sql } from 'drizzle-orm'
import type { Search } from './engine.ts'

/** Names that a word may mean; `many`: so many that looking at each person is cheaper than naming them. */
export interface WordFound {
  word: string
  families: string[] | 'many'
  given: string[] | 'many'
}

type Reader = Pick<Search['db'], 'execute' | 'transaction'>

// Beyond this a word («ов») stands in so many names that a walk in their order finds a page at once.
const MANY = 20_000
// How like a word must be: measured on names with one typo, 98 of 100 come first.
const LIKENESS = 0.5
const ALIKE = 8
// Trigrams a word must share to be looked at. Long words share more when they are mistyped once, and three of their ten
// are the ending of half of all family names; where few are so like it, those that share less are looked at too.
const SHARED = { short: 0.3, long: 0.35, longFrom: 9 }

/** For each normalised word the names that contain it. */
export function nameWordsWith(db: Reader, words: readonly string[]): Promise<WordFound[]> {
  return lookUp(db, words, MANY, (word) => {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    return sql`select w.kind, w.word from name_words w where w.norm like ${like} limit ${MANY + 1}`
  })
}

/** For each normalised word the names that contain it and those most like it, at most eight of a kind, typos allowed. */
export async function nameWordsAlike(db: Reader, words: readonly string[]): Promise<WordFound[]> {
  const whole = await nameWordsWith(db, words)
  const alike = await alikeTo(db, words)
  return whole.map(({ word, families, given }, place) => ({
    word,
    families: joined(families, alike[place]?.families ?? []),
    given: joined(given, alike[place]?.given ?? []),
  }))
}

async function alikeTo(db: Reader, words: readonly string[]): Promise<WordFound[]> {
  const short = words.filter(({ length }) => length < SHARED.longFrom)
  const long = words.filter((word) => !short.includes(word))
  const found = await db.transaction(async (tx) => {
    const of = async (some: readonly string[], shared: number) => {
      if (some.length === 0) return []
      await tx.execute(sql`select set_config('pg_trgm.similarity_threshold', ${String(shared)}, true)`)
      return lookUp(tx, some, 2 * ALIKE, likest)
    }
    const near = await of(long, SHARED.long)
    const lost = near.filter(({ families, given }) => families.length + given.length < ALIKE)
    const far = [...short, ...lost.map(({ word }) => word)]
    return [...(await of(far, SHARED.short)), ...near]
  })
  return words.map((word) => found.find((one) => one.word === word) ?? { word, families: [], given: [] })
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
