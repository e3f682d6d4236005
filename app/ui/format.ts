/**
 * Dates and numbers as people read them. Server and browser print the same characters: the zone
 * is always given, and the narrow spaces in which ICU versions differ become one no-break space.
 */
import type { Locale } from '#content/messages/locales.ts'

/** A moment: a Date, or an ISO string as loaders send it. */
export type Moment = Date | string

/** Word forms for a number; Russian needs `few` and `many`, English only `one` and `other`. */
export type Forms = { one: string; few?: string; many?: string; other: string }

export type Format = ReturnType<typeof formatFor>

const tags: Record<Locale, string> = { ru: 'ru-RU', en: 'en-GB' }
const calendarDay = /^\d{4}-\d{2}-\d{2}$/
const cache = new Map<string, ReturnType<typeof build>>()

/** The formatter of a language and zone; built once and kept, because Intl objects are dear. */
export function formatFor(locale: Locale, timeZone: string) {
  const key = `${locale} ${timeZone}`
  const format = cache.get(key) ?? build(locale, timeZone)
  cache.set(key, format)
  return format
}

/** Whether the text is a legal day (`2026-11-21`), which has no zone and must not be shifted. */
export function isDay(value: Moment): value is string {
  return typeof value === 'string' && calendarDay.test(value)
}

function build(locale: Locale, timeZone: string) {
  const tag = tags[locale]
  const dates = datesOf(tag, timeZone)
  const numbers = new Intl.NumberFormat(tag)
  const rules = new Intl.PluralRules(tag)
  return {
    ...dates,
    /** 3 862 */
    number: (value: number) => plain(numbers.format(value)),
    /** A share between 0 and 1 as percent: 0.0589 → 5,9 %; `digits` after the comma, 1 by default. */
    percent: (share: number, digits = 1) =>
      plain(new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: digits }).format(share)),
    /** The number and its word on one line: 21 замечание. */
    plural: (n: number, forms: Forms) => {
      const form = rules.select(n)
      const word =
        (form === 'one' || form === 'few' || form === 'many' ? forms[form] : undefined) ?? forms.other
      return `${plain(numbers.format(n))}\u00a0${word}`
    },
  }
}

function datesOf(tag: string, timeZone: string) {
  const style = (options: Intl.DateTimeFormatOptions) => {
    const zoned = new Intl.DateTimeFormat(tag, { timeZone, ...options })
    const legal = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options })
    return { of: (value: Moment) => (isDay(value) ? legal : zoned), zoned }
  }
  const long = style({ day: 'numeric', month: 'long', year: 'numeric' })
  const short = style({ day: 'numeric', month: 'long' })
  const digits = style({ day: '2-digit', month: '2-digit', year: 'numeric' })
  const clock = style({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const print = (kind: typeof long) => (value: Moment) => plain(kind.of(value).format(new Date(value)))
  const day = print(long)
  const time = (value: Moment) => plain(clock.zoned.format(new Date(value)))
  return {
    /** 21 ноября 2026 */
    day,
    /** 21 ноября */
    dayMonth: print(short),
    /** 21.11.2026, as documents write it. */
    dayDigits: print(digits),
    /** 14:05 */
    time,
    /** 21 ноября 2026, 14:05 */
    date: (value: Moment) => `${day(value)}, ${time(value)}`,
    /** 15 октября – 6 ноября; the year is written only when `year` is asked for. */
    days: (from: Moment, to: Moment, year = false) => {
      const kind = year ? long : short
      return plain(kind.of(from).formatRange(new Date(from), new Date(to)))
    },
  }
}

/** A day stays on the line of its month: «30 / сентября» is read as two things. */
const plain = (text: string) =>
  text
    .replace(/[\u202f\u2009]/g, '\u00a0')
    .replace(/(\d) (?=\p{L}{3})/gu, '$1\u00a0')
    .replace(/\s–\s/g, '\u00a0– ')
    .replace(/\s?г\./g, '')
