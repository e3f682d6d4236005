/**
 * What an address of the registry asks for. Pure: whatever is not a filter is left out, never an error, so that a
 * garbled link still opens the registry.
 */

export interface RegistryFilter {
  /** words of a name, or a registry number */
  q: string
  directions: string[]
  tiers: string[]
  municipalities: string[]
  organisations: string[]
  /** words of the place of work */
  work: string
  /** subjects that the posts tell */
  subjects: string[]
  /** whom the registry shows: those whose status holds, or one of these */
  standing: Standing | null
  /** so many full years in the registry at least */
  years: number | null
  /** so many finished expertises at least */
  expertises: number | null
  /** the day the registry is asked about */
  day: string
  /** the day at whose end the site's knowledge is asked; null: what it knows now */
  known: string | null
}

/** ending: it ends soon; suspended on the day; former: it held once, none does on the day. */
export const standings = ['ending', 'suspended', 'former'] as const
export type Standing = (typeof standings)[number]

/** Where a page ends: the sort key of its last row; people without a shown name come last, by number. */
export type RegistryCursor = { name: [string, string, string] | null; number: number }

const limits = { words: 100, choices: 60 }
const code = /^[a-z0-9-]{1,100}$/
// Days outside are a slip of the keyboard, not a question.
const sensible = { from: '2000-01-01', to: '2100-01-01' }

/** The filter of the address; `today` where it names no day. */
export function filterOf(params: URLSearchParams, today: string): RegistryFilter {
  const known = dayOr(params.get('known'), today)
  const codes = (name: string) =>
    [...new Set(params.getAll(name).filter((one) => code.test(one)))].slice(0, limits.choices).sort()
  return {
    q: wordsOf(params.get('q')),
    directions: codes('direction'),
    tiers: codes('tier'),
    municipalities: codes('municipality'),
    organisations: codes('organisation'),
    work: wordsOf(params.get('work')),
    subjects: codes('subject'),
    standing: standings.find((one) => one === params.get('status')) ?? null,
    years: wholeOr(params.get('years')),
    expertises: wholeOr(params.get('expertises')),
    day: dayOr(params.get('day'), today),
    // What will be known on a day to come is not known: there is only what is known now.
    known: known < today ? known : null,
  }
}

/** The same filter as the query of an address, without what is not chosen. */
export function queryOf(filter: RegistryFilter, today: string): URLSearchParams {
  const query = new URLSearchParams()
  if (filter.q) query.set('q', filter.q)
  for (const one of filter.directions) query.append('direction', one)
  for (const one of filter.tiers) query.append('tier', one)
  for (const one of filter.municipalities) query.append('municipality', one)
  for (const one of filter.organisations) query.append('organisation', one)
  if (filter.work) query.set('work', filter.work)
  for (const one of filter.subjects) query.append('subject', one)
  if (filter.standing) query.set('status', filter.standing)
  if (filter.years) query.set('years', String(filter.years))
  if (filter.expertises) query.set('expertises', String(filter.expertises))
  if (filter.day !== today) query.set('day', filter.day)
  if (filter.known) query.set('known', filter.known)
  return query
}

/** How many filters are chosen, both days included. */
export function chosenIn(filter: RegistryFilter, today: string): number {
  return [...queryOf(filter, today).keys()].length
}

/** Words to look for, without what PostgreSQL cannot hold. */
export function wordsOf(value: string | null): string {
  return (value ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\uFFFD]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, limits.words)
    .trim()
}

/** A number of years or works from 1 to 99, or nothing. */
function wholeOr(value: string | null): number | null {
  return value && /^[1-9]\d?$/.test(value) ? Number(value) : null
}

/** A calendar day within sense, or `otherwise`. */
export function dayOr(value: string | null, otherwise: string): string {
  if (value === null || !/^\d{4}-\d{2}-\d{2}$/.test(value) || value < sensible.from || value > sensible.to)
    return otherwise
  const moment = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value) ? value : otherwise
}

/** The last day of a term whose end is the day after it. */
export function lastDay(end: string): string {
  return new Date(Date.parse(`${end}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** The same day of the month so many months later, or earlier below zero; the last of a shorter month. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** The cursor as a word of an address. */
export function printCursor({ name, number }: RegistryCursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify(name ? [...name, number] : [number]))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

/** The cursor of an address, or null: then the list begins at its beginning. */
export function readCursor(value: string | null): RegistryCursor | null {
  if (!value || value.length > 1000 || !/^[\w-]+$/.test(value)) return null
  try {
    const bytes = Uint8Array.from(atob(value.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    )
    const parts: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (!Array.isArray(parts)) return null
    const number: unknown = parts.at(-1)
    if (!Number.isInteger(number) || (number as number) < 0 || (number as number) > 2147483647) return null
    if (parts.length === 1) return { name: null, number: number as number }
    const name = parts.slice(0, 3)
    const isName =
      parts.length === 4 &&
      name.every((part) => typeof part === 'string' && !part.includes('\0') && part.length < 200)
    return isName ? { name: name as [string, string, string], number: number as number } : null
  } catch {
    return null
  }
}
