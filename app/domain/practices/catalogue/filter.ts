/** What an address of the catalogue asks for. Pure: whatever is not a filter is left out, never an error. */
import { wordsOf } from '#app/domain/experts/registry.ts'
import { type Sort, sorts } from './sorts.ts'

export const facets = [
  'kind',
  'direction',
  'tier',
  'subject',
  'municipality',
  'organisation',
  'licence',
] as const
export type Facet = (typeof facets)[number]

export interface PracticeFilter extends Record<Facet, string[]> {
  q: string
  sort: Sort
}

/** Where a page ends: the sort key of its last row, and its number. */
export interface PracticeCursor {
  key: string
  number: number
}

const code = /^[a-z0-9-]{1,100}$/
const MOST = 60

export function filterOf(params: URLSearchParams): PracticeFilter {
  const codes = (name: Facet) =>
    [...new Set(params.getAll(name).filter((one) => code.test(one)))].slice(0, MOST).sort()
  const chosen = Object.fromEntries(facets.map((name) => [name, codes(name)])) as Record<Facet, string[]>
  const sort = sorts.find((one) => one === params.get('sort')) ?? 'newest'
  return { ...chosen, q: wordsOf(params.get('q')), sort }
}

/** The same filter as the query of an address, without what is not chosen. */
export function queryOf(filter: PracticeFilter): URLSearchParams {
  const query = new URLSearchParams()
  if (filter.q) query.set('q', filter.q)
  for (const name of facets) for (const one of filter[name]) query.append(name, one)
  if (filter.sort !== 'newest') query.set('sort', filter.sort)
  return query
}

/** How many filters are chosen; the order is none. */
export function chosenIn(filter: PracticeFilter): number {
  return (filter.q ? 1 : 0) + facets.reduce((sum, name) => sum + filter[name].length, 0)
}

/** The cursor as a word of an address. */
export const printCursor = ({ key, number }: PracticeCursor): string =>
  Buffer.from(JSON.stringify([key, number])).toString('base64url')

/** The cursor of an address, or null: then the list begins at its beginning. */
export function readCursor(value: string | null, sort: Sort): PracticeCursor | null {
  if (!value || value.length > 2000 || !/^[\w-]+$/.test(value)) return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'))
    if (!Array.isArray(parts) || parts.length !== 2) return null
    const [key, number] = parts as [unknown, unknown]
    if (typeof key !== 'string' || key.includes('\0') || key.length > 400) return null
    if (!Number.isInteger(number) || (number as number) < 0 || (number as number) > 2147483647) return null
    if (sort === 'newest' && !(Date.parse(key) > 0)) return null
    return { key, number: number as number }
  } catch {
    return null
  }
}
