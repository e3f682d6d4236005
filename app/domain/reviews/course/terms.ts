/**
 * Terms: days of stages, counted by the production calendar (content/calendars). Pure.
 *
 * A term of n days begins at 00:00 of its first day and ends at 24:00 of its last, in the instance's zone. In working
 * days its last day is the n-th working one; in calendar days the n-th, carried on to the next working day when the
 * process says so (Civil Code, art. 193). A day of a year without a calendar is never guessed: Problem('no-calendar').
 */
import { dayOf } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import type { Calendar } from '#content/types.ts'
import { dayAfter, daysBetween } from './staging.ts'

export type TermUnit = 'calendar' | 'working'
export interface Span {
  firstDay: string
  lastDay: string
}
export interface TermOrder {
  unit: TermUnit
  /** a term that ends on a day that is not worked goes on to the next working day */
  endsOnWorkingDay: boolean
}
export interface TermLimits extends TermOrder {
  min: number | null
  max: number | null
}

/** Whether the day is worked. */
export function isWorkingDay(day: string, calendars: readonly Calendar[]): boolean {
  const calendar = calendarOf(day, calendars)
  const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
  return weekend ? calendar.worked.includes(day) : !calendar.off.includes(day)
}

/** The last day of a term of so many days (one at least) that begins on a day. */
export function termEnd(
  firstDay: string,
  days: number,
  { unit, endsOnWorkingDay }: TermOrder,
  calendars: readonly Calendar[],
): string {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`a term of ${days} days`)
  if (unit === 'working') {
    let [day, left] = [firstDay, isWorkingDay(firstDay, calendars) ? days - 1 : days]
    while (left > 0) {
      day = dayAfter(day, 1)
      if (isWorkingDay(day, calendars)) left -= 1
    }
    return day
  }
  let last = dayAfter(firstDay, days - 1)
  calendarOf(last, calendars)
  while (endsOnWorkingDay && !isWorkingDay(last, calendars)) last = dayAfter(last, 1)
  return last
}

/** How many days of the unit a span holds, its ends included. A span back in time holds none. */
export function termDays(
  { firstDay, lastDay }: Span,
  unit: TermUnit,
  calendars: readonly Calendar[],
): number {
  const days = Math.max(0, daysBetween(firstDay, lastDay) + 1)
  if (unit === 'calendar') return days
  let count = 0
  for (let at = 0; at < days; at += 1) if (isWorkingDay(dayAfter(firstDay, at), calendars)) count += 1
  return count
}

/** Why the span breaks the limits of its stage, or null. A span carried on to a working day still keeps them. */
export function limitsFault(
  span: Span,
  { min, max, ...order }: TermLimits,
  calendars: readonly Calendar[],
): { code: 'term-short' | 'term-long'; days: number } | null {
  calendarOf(span.lastDay, calendars)
  // Any span is a day at least: of a long weekend there may be no working one.
  if (min !== null && Math.max(1, termDays(span, order.unit, calendars)) < min)
    return { code: 'term-short', days: min }
  if (max !== null && span.lastDay > termEnd(span.firstDay, max, order, calendars))
    return { code: 'term-long', days: max }
  return null
}

/**
 * Where a moment of receipt lies against the term of a stage. Judge it under the lock of the draft, with the stage as
 * read there: what comes after 24:00 of the last day is late, whether or not anything closed the stage; a stage that
 * stands still (`pausedAt`) has not ended, and a letter that comes meanwhile is in time.
 */
export function termAt(
  { firstDay, lastDay }: Span,
  moment: Date,
  zone: string,
  pausedAt: Date | null = null,
): 'before' | 'within' | 'late' {
  const day = dayOf(moment, zone)
  if (day < firstDay) return 'before'
  if (pausedAt && dayOf(pausedAt, zone) <= lastDay) return 'within'
  return day <= lastDay ? 'within' : 'late'
}

/** Whether any day of the span lies in a year whose calendar is known only in part. */
export function reachesProvisional({ firstDay, lastDay }: Span, calendars: readonly Calendar[]): boolean {
  return calendars.some(
    ({ year, provisional }) => provisional && firstDay < `${year + 1}` && lastDay >= `${year}`,
  )
}

function calendarOf(day: string, calendars: readonly Calendar[]): Calendar {
  const year = Number(day.slice(0, 4))
  const calendar = calendars.find((one) => one.year === year)
  if (!calendar) throw new Problem('no-calendar', { year: String(year) })
  return calendar
}
