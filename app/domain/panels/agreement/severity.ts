/**
 * Means of objects as if all judges of a batch had marked them: mark = object + judge, by least squares.
 *
 * The additive model of two ways without interaction, unbalanced (Searle, Linear Models, 1971). Judges who are joined
 * by common objects, directly or through others, make a part; nothing can be said across parts, and nothing is said.
 * Within a part the equations of judges are solved exactly; beyond LIMIT judges in doubles, rounded to millionths.
 */
import {
  compared,
  type Fraction,
  fraction,
  minus,
  ofDecimal,
  over,
  plus,
  sumOf,
  times,
  zero,
} from '#app/domain/panels/fractions.ts'
import type { Marks } from './alpha.ts'
import { partsOf } from './parts.ts'

export interface Adjusted {
  /** per object: its part, its plain mean and the mean without the severity of its judges; null without marks */
  objects: ({ part: number; mean: Fraction; adjusted: Fraction } | null)[]
  /** per judge: by how much they mark above (or below) the judges of their part; null without marks */
  judges: ({ part: number; leniency: Fraction } | null)[]
  /** how many parts cannot be compared with each other; 1: all can */
  parts: number
}
type Mark = { object: number; judge: number; mark: Fraction }

// Exact elimination of so many judges takes some milliseconds; its numbers grow with each.
const LIMIT = 60

export function adjusted(marks: Marks): Adjusted {
  const all = marks.flatMap((row, object) =>
    row.flatMap((mark, judge): Mark[] => (mark === null ? [] : [{ object, judge, mark: ofDecimal(mark) }])),
  )
  const { objectPart, judgePart, parts } = partsOf(all)
  const result: Adjusted = {
    objects: marks.map(() => null),
    judges: Array.from({ length: Math.max(0, ...marks.map(({ length }) => length)) }, () => null),
    parts,
  }
  for (let part = 0; part < parts; part += 1) {
    const own = all.filter(({ judge }) => judgePart.get(judge) === part)
    const leniency = leniencies(own)
    for (const [judge, by] of leniency) result.judges[judge] = { part, leniency: by }
    for (const [object, of] of groups(own, ({ object }) => object)) {
      if (objectPart.get(object) !== part) continue
      const freed = of.map(({ judge, mark }) => minus(mark, leniency.get(judge) ?? zero))
      const mean = meanOf(of.map(({ mark }) => mark))
      result.objects[object] = { part, mean, adjusted: meanOf(freed) }
    }
  }
  return result
}

/** Leniency of each judge of one part; they sum to zero. */
function leniencies(marks: readonly Mark[]): Map<number, Fraction> {
  const judges = [...new Set(marks.map(({ judge }) => judge))].sort((a, b) => a - b)
  const place = new Map(judges.map((judge, at) => [judge, at]))
  const matrix = judges.map(() => judges.map(() => zero))
  const right = judges.map(() => zero)
  for (const [, of] of groups(marks, ({ object }) => object)) {
    const mean = meanOf(of.map(({ mark }) => mark))
    const share = fraction(1, of.length)
    for (const { judge, mark } of of) {
      const at = place.get(judge) as number
      const row = matrix[at] as Fraction[]
      right[at] = plus(right[at] as Fraction, minus(mark, mean))
      row[at] = plus(row[at] as Fraction, fraction(1))
      for (const other of of) {
        const to = place.get(other.judge) as number
        row[to] = minus(row[to] as Fraction, share)
      }
    }
  }
  // The equations hold for any common shift; the last judge is set to zero, then all are centred.
  const last = judges.length - 1
  const solve = judges.length <= LIMIT ? solved : solvedRoughly
  const found = solve(
    matrix.slice(0, last).map((row) => row.slice(0, last)),
    right.slice(0, last),
  )
  const values = [...found, zero]
  const centre = over(sumOf(values), fraction(values.length))
  return new Map(judges.map((judge, at) => [judge, minus(values[at] as Fraction, centre)]))
}

/** Elimination of Gauss. The equations of a joined part always have one solution, and their pivots are above zero. */
function solved(matrix: Fraction[][], right: Fraction[]): Fraction[] {
  const rows = matrix.map((row, at) => [...row, right[at] as Fraction])
  for (const [at, pivot] of rows.entries()) {
    const by = pivot[at] as Fraction
    for (const row of rows.slice(at + 1)) {
      if ((row[at] as Fraction).n === 0n) continue
      const factor = over(row[at] as Fraction, by)
      for (let i = at; i < row.length; i += 1)
        row[i] = minus(row[i] as Fraction, times(factor, pivot[i] as Fraction))
    }
  }
  const values: Fraction[] = []
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at] as Fraction[]
    const known = values.map((value, i) => times(value, row[at + 1 + i] as Fraction))
    values.unshift(over(minus(row[row.length - 1] as Fraction, sumOf(known)), row[at] as Fraction))
  }
  return values
}

function solvedRoughly(matrix: Fraction[][], right: Fraction[]): Fraction[] {
  const value = ({ n, d }: Fraction) => Number(n) / Number(d)
  const rows = matrix.map((row, at) => [...row, right[at] as Fraction].map(value))
  for (const [at, pivot] of rows.entries()) {
    for (const row of rows.slice(at + 1)) {
      const factor = (row[at] as number) / (pivot[at] as number)
      if (factor !== 0)
        for (let i = at; i < row.length; i += 1) row[i] = (row[i] as number) - factor * (pivot[i] as number)
    }
  }
  const values: number[] = []
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at] as number[]
    const known = values.reduce((sum, one, i) => sum + one * (row[at + 1 + i] as number), 0)
    values.unshift(((row[row.length - 1] as number) - known) / (row[at] as number))
  }
  return values.map((one) => fraction(Math.round(one * 1e6), 1_000_000))
}

/** Places of objects by their adjusted means, the best first; equal means share a place. Parts are ranked apart. */
export function placesOf({ objects }: Adjusted): (number | null)[] {
  return objects.map((own) => {
    if (!own) return null
    const before = objects.filter(
      (other) => other?.part === own.part && compared(other.adjusted, own.adjusted) > 0,
    )
    return before.length + 1
  })
}

const meanOf = (all: readonly Fraction[]) => over(sumOf(all), fraction(all.length))

function groups<T>(all: readonly T[], key: (one: T) => number): Map<number, T[]> {
  const found = new Map<number, T[]>()
  for (const one of all) {
    const group = found.get(key(one))
    if (group) group.push(one)
    else found.set(key(one), [one])
  }
  return found
}
