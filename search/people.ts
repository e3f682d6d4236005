/** Experts by name: only those whose name may be shown and whose status holds today. Typos are forgiven when nothing fits. */
import { type SQL, sql } from 'drizzle-orm'
import { inForce, nameShown, openName, openWorks } from '#db/reach/experts.ts'
import { pattern } from './conditions.ts'
import type { Finding, Found, Search } from './engine.ts'
import { marked } from './words.ts'

interface Row extends Record<string, unknown> {
  number: number
  name: string
  directions: string
  work: string | null
  total: number
}

/** Experts with every word in their name; else those whose names are like the words. */
export async function findExperts(search: Search): Promise<Found> {
  const { words } = search
  const exact = await rowsOf(
    search,
    each(words, (word) => sql`p.name_norm ~ ${pattern(word)}`),
    sql`true`,
  )
  const [first] = exact
  if (first) return { count: first.total, rows: exact.map((row) => findingOf(row, words)) }
  if (words.length > 4 || words.some((word) => word.length < 4)) return { count: 0, rows: [] }
  const asked = words.join(' ')
  const alike = await rowsOf(
    { ...search, limit: 5 },
    each(words, (word) => sql`${word} <<% p.name_norm`),
    sql`strict_word_similarity(${asked}, p.name_norm)`,
  )
  return { count: alike.length, rows: alike.map((row) => findingOf(row, [])), similar: true }
}

function rowsOf({ db, viewer, limit }: Search, matches: SQL, order: SQL) {
  return db.execute<Row>(sql`
    with found as (
      select p.id, p.number, p.family_name, p.given_name, p.patronymic, ${order} as likeness, count(*) over ()::int as total
      from people p
      where p.merged_into_id is null and ${matches} and ${nameShown(sql`p.id`)}
        and exists (select from statuses s where s.person_id = p.id and ${inForce(viewer.today)})
      order by likeness desc, p.family_name, p.given_name, p.patronymic, p.number limit ${limit})
    select f.number, f.total, concat_ws(' ', p.name ->> 'family', p.name ->> 'given', nullif(p.name ->> 'patronymic', '')) as name,
      (select string_agg(distinct v.short_title, ', ') from statuses s join direction_versions v on v.id = s.direction_version_id
        where s.person_id = f.id and ${inForce(viewer.today)}) as directions,
      p.work
    from found f cross join lateral (select ${openName('p')} as name,
      (select w.organisation from (${openWorks('p', viewer.today)} limit 1) w) as work from people p where p.id = f.id) p
    order by f.likeness desc, f.family_name, f.given_name, f.patronymic, f.number`)
}

function findingOf({ number, name, directions, work }: Row, words: readonly string[]): Finding {
  const note = [directions, work].filter(Boolean).join(' · ')
  return { href: `/experts/${number}`, title: marked(name, words), excerpt: [], note, day: null, number }
}

function each(words: readonly string[], condition: (word: string) => SQL): SQL {
  return sql`(${sql.join(words.map(condition), sql` and `)})`
}
