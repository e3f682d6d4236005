/**
 * Chance and days of the demonstration: the same seed and the same day give the same community, ids included.
 */
import { createHash } from 'node:crypto'

/** Numbers in [0, 1) from a seed: mulberry32. */
export type Rng = () => number

export function rngOf(seed: number): Rng {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number from 0 to `n` - 1. */
export function below(rng: Rng, n: number): number {
  return Math.floor(rng() * n)
}

/** One of the list, which must not be empty. */
export function pick<T>(rng: Rng, list: readonly T[]): T {
  const one = list[below(rng, list.length)]
  if (one === undefined) throw new RangeError('nothing to pick from')
  return one
}

/** One of the list, the heavier the likelier. */
export function pickByWeight<T>(rng: Rng, list: readonly T[], weightOf: (one: T) => number): T {
  let left = rng() * list.reduce((sum, one) => sum + weightOf(one), 0)
  for (const one of list) {
    left -= weightOf(one)
    if (left < 0) return one
  }
  return pick(rng, list)
}

/** The list in a chance order; the argument stays as it is. */
export function shuffled<T>(rng: Rng, list: readonly T[]): T[] {
  return list
    .map((one) => ({ one, at: rng() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

/** A UUIDv7 made from the moment and a key, so that a second loading makes the same row. */
export function demoId(kind: string, key: string | number, at: Date): string {
  const moment = at.getTime().toString(16).padStart(12, '0')
  const hash = createHash('sha256').update(`rses-demo:${kind}:${key}`).digest('hex')
  const variant = ((Number.parseInt(hash.slice(3, 4), 16) & 0x3) | 0x8).toString(16)
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`
}

/** The legal day of a moment in a zone. */
export function dayIn(zone: string, moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(moment)
}

/** The day `offset` days away. */
export function addDays(day: string, offset: number): string {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + offset)
  return moved.toISOString().slice(0, 10)
}

/** Half-open range of days; without an end it goes on. */
export function days(from: string, to?: string): string {
  return `[${from},${to ?? ''})`
}
