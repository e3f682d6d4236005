/** What the community works by: documents, directions, terms, organisations. */
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { termAnchor } from '#content/term-anchor.ts'
import { documentVisibleTo } from '#db/reach/documents.ts'
import {
  directionLists,
  directions,
  directionVersions,
  documents,
  glossaryTerms,
  organisations,
} from '#db/schema/index.ts'
import { hasAll } from './conditions.ts'
import type { Finding, Found, Search } from './engine.ts'
import { excerpt, marked } from './words.ts'

const total = sql<number>`count(*) over ()::int`

/** Documents by title, number, issuer and summary. */
export async function findDocuments({ db, viewer, starts, limit }: Search): Promise<Found> {
  const words = joined(documents.title, documents.number, documents.issuer, documents.summary)
  const rows = await db
    .select({
      ...{ code: documents.code, title: documents.title, number: documents.number, day: documents.day },
      ...{ issuer: documents.issuer, summary: documents.summary, total },
    })
    .from(documents)
    .where(and(documentVisibleTo(viewer), hasAll(words, starts)))
    .orderBy(
      desc(hasAll(joined(documents.title, documents.number), starts)),
      sql`${documents.day} desc nulls last`,
      documents.id,
    )
    .limit(limit)
  return foundOf(rows, ({ code, title, issuer, number, day, summary }) => ({
    ...{ href: `/documents/${code}`, title: marked(title, starts), excerpt: excerpt(summary, starts) },
    ...{ note: `${issuer}, № ${number}`, day, number: null },
  }))
}

/** Directions of the newest list that names them. */
export async function findDirections({ db, starts, limit }: Search): Promise<Found> {
  const words = joined(directionVersions.title, directionVersions.shortTitle, directionVersions.content)
  const newest = sql`not exists (select from direction_versions w join direction_lists m on m.id = w.list_id
    where w.direction_id = ${directionVersions.directionId} and lower(m.during) > lower(${directionLists.during}))`
  const rows = await db
    .select({
      ...{ code: directions.code, title: directionVersions.shortTitle, full: directionVersions.title },
      ...{ list: directionLists.title, total },
    })
    .from(directionVersions)
    .innerJoin(directions, eq(directions.id, directionVersions.directionId))
    .innerJoin(directionLists, eq(directionLists.id, directionVersions.listId))
    .where(and(newest, hasAll(words, starts)))
    .orderBy(sql`lower(${directionLists.during}) desc`, asc(directionVersions.position))
    .limit(limit)
  return foundOf(rows, ({ code, title, full, list }) => ({
    ...{ href: `/directions/${code}`, title: marked(title, starts), excerpt: excerpt(full, starts) },
    ...{ note: list, day: null, number: null },
  }))
}

/** Terms and abbreviations; the term itself before its definition. */
export async function findTerms({ db, starts, limit }: Search): Promise<Found> {
  const rows = await db
    .select({
      ...{ code: glossaryTerms.code, term: glossaryTerms.term, definition: glossaryTerms.definition, total },
    })
    .from(glossaryTerms)
    .where(hasAll(joined(glossaryTerms.term, glossaryTerms.definition), starts))
    .orderBy(desc(hasAll(sql`${glossaryTerms.term}`, starts)), asc(glossaryTerms.term))
    .limit(limit)
  return foundOf(rows, ({ code, term, definition }) => ({
    ...{
      href: `/glossary#${termAnchor(code)}`,
      title: marked(term, starts),
      excerpt: excerpt(definition, starts),
    },
    ...{ note: '', day: null, number: null },
  }))
}

/** Organisations by full and short name and by the spellings met in papers. */
export async function findOrganisations({ db, starts, limit }: Search): Promise<Found> {
  const words = joined(
    organisations.name,
    organisations.shortName,
    sql`array_to_string(${organisations.aliases}, ' ')`,
  )
  const rows = await db
    .select({
      ...{ code: organisations.code, name: organisations.name, shortName: organisations.shortName, total },
    })
    .from(organisations)
    .where(hasAll(words, starts))
    .orderBy(
      sql`array_position(array['federal', 'regional', 'municipal', 'institutional'], ${organisations.tier})`,
      asc(organisations.shortName),
      asc(organisations.code),
    )
    .limit(limit)
  return foundOf(rows, ({ code, name, shortName }) => ({
    ...{ href: `/organisations/${code}`, title: marked(shortName, starts) },
    ...{ excerpt: name === shortName ? [] : excerpt(name, starts), note: '', day: null, number: null },
  }))
}

function joined(...parts: unknown[]): SQL {
  return sql`(${sql.join(
    parts.map((part) => sql`${part}`),
    sql` || ' ' || `,
  )})`
}

function foundOf<T extends { total: number }>(rows: readonly T[], finding: (row: T) => Finding): Found {
  return { count: rows[0]?.total ?? 0, rows: rows.map(finding) }
}
