/** Terms in days: people say the first and the last day, ranges are half-open. */

/** The range from a first day to a last day, both included; without a last day it has no end. */
export function termOf(from: string, until?: string | undefined): string {
  return `[${from},${until === undefined ? '' : nextDay(until)})`
}

/** First and last day, both included, of a range as PostgreSQL prints it; null for one without days. */
export function daysOf(range: string): { from: string; until: string | null } | null {
  const parts = /^\[(\d{4}-\d{2}-\d{2}),(\d{4}-\d{2}-\d{2})?\)$/.exec(range)
  if (!parts?.[1]) return null
  return { from: parts[1], until: parts[2] ? previousDay(parts[2]) : null }
}

/** The day after. */
export function nextDay(day: string): string {
  return shifted(day, 1)
}

/** The day before. */
export function previousDay(day: string): string {
  return shifted(day, -1)
}

function shifted(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + by)
  return date.toISOString().slice(0, 10)
}
