/**
 * Search over the whole site, by one interface: what is asked goes in, groups of findings come out.
 *
 * Every group reads through reach, so it finds what this viewer may open and nothing else. Excerpts are pieces of
 * plain text with marks, never HTML. Not `index.ts`: the development server would answer the address /search with it.
 */
import type { Locale } from '#content/messages/locales.ts'
import type { Db } from '#db/client.ts'
import type { Viewer } from '#db/reach/viewer.ts'
import { startsOf } from './conditions.ts'
import { findDirections, findDocuments, findOrganisations, findTerms } from './knowledge.ts'
import { findPages } from './pages.ts'
import { findExperts } from './people.ts'
import { findDrafts, findParagraphs } from './reviews.ts'
import { type Part, type Query, queryOf } from './words.ts'

export type { Part, Query } from './words.ts'

/** Something found, and the address where it stands. */
export interface Finding {
  href: string
  title: Part[]
  excerpt: Part[]
  /** facts in words of the record, e.g. an address in a draft */
  note: string
  day: string | null
  number: number | null
}

export interface Found {
  count: number
  rows: Finding[]
  /** nothing was exact; these are alike */
  similar?: boolean
}

/** What a group needs to look. */
export interface Search {
  db: Db
  viewer: Viewer
  locale: Locale
  /** folded words as typed */
  words: readonly string[]
  /** beginnings that are looked for */
  starts: readonly string[]
  limit: number
}

const finders = {
  experts: findExperts,
  drafts: findDrafts,
  paragraphs: findParagraphs,
  documents: findDocuments,
  directions: findDirections,
  terms: findTerms,
  organisations: findOrganisations,
  pages: findPages,
} satisfies Record<string, (search: Search) => Promise<Found>>

export type Group = keyof typeof finders
export const groups = Object.keys(finders) as Group[]

/** `start`: nothing was asked; `short`: too little to look for. */
export type State = 'start' | 'short' | 'none' | 'found'

export interface Result {
  state: State
  query: Query
  count: number
  groups: (Found & { group: Group })[]
}

/** Findings by group, those without any left out; `limit` rows of each, or of `group` alone ten times as many. */
export async function searchAll(
  db: Db,
  viewer: Viewer,
  raw: string,
  { group, limit = 5, locale = 'ru' }: { group?: Group; limit?: number; locale?: Locale } = {},
): Promise<Result> {
  const query = queryOf(raw)
  const empty = { query, count: 0, groups: [] }
  if (raw.trim() === '') return { state: 'start', ...empty }
  if (query.words.join('').length < 2) return { state: 'short', ...empty }
  const starts = await startsOf(db, query.words)
  const search = { db, viewer, locale, words: query.words, starts }
  const all = await Promise.all(
    groups.map(async (one) => ({
      group: one,
      ...(await finders[one]({ ...search, limit: one === group ? limit * 10 : limit })),
    })),
  )
  const found = all.filter(({ count }) => count > 0)
  const count = found.reduce((sum, one) => sum + one.count, 0)
  return { state: count > 0 ? 'found' : 'none', query, count, groups: found }
}
