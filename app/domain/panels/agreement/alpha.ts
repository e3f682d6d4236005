/**
 * Krippendorff's alpha: how far judges agree beyond chance, with any number of judges and with missing marks.
 *
 * K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): alpha = 1 − observed ÷ expected disagreement over
 * pairs of marks of the same object; an object with fewer than two marks takes no part. Whole numbers to the end, then
 * one exact fraction. Where all marks are the same nothing can be said of agreement, and nothing is said.
 */
import { type Fraction, fraction, minus, one } from '#app/domain/panels/fractions.ts'

export type Scale = 'nominal' | 'ordinal' | 'interval'
/** One row per object, one place per judge; null where a judge gave no mark («неприменимо» too). */
export type Marks = readonly (readonly (number | null)[])[]
export type Silence = 'no-pairs' | 'no-variation'

export interface Counts {
  values: number[]
  /** per object, how often each value was given; objects with fewer than two marks are left out */
  objects: number[][]
}

/** Alpha as an exact fraction, or why there is none. */
export function alphaOf(marks: Marks, scale: Scale): Fraction | Silence {
  return alphaOfCounts(countsOf(marks), scale)
}

/** What alpha needs of the marks. */
export function countsOf(marks: Marks): Counts {
  const rows = marks.map((row) => row.filter((mark) => mark !== null)).filter(({ length }) => length > 1)
  const values = [...new Set(rows.flat())].sort((a, b) => a - b)
  const place = new Map(values.map((value, at) => [value, at]))
  const objects = rows.map((row) => {
    const counts = values.map(() => 0)
    for (const mark of row) counts[place.get(mark) as number] = (counts[place.get(mark) as number] ?? 0) + 1
    return counts
  })
  return { values, objects }
}

export function alphaOfCounts({ values, objects }: Counts, scale: Scale): Fraction | Silence {
  if (objects.length === 0) return 'no-pairs'
  const totals = values.map((_, at) => objects.reduce((sum, counts) => sum + (counts[at] ?? 0), 0))
  const apart = distances(values, totals, scale)
  const expected = pairs(totals, apart)
  if (expected === 0) return 'no-variation'
  // Objects with equally many marks have the same divisor, so their pairs are added as whole numbers.
  const observed = new Map<number, number>()
  for (const counts of objects) {
    const many = counts.reduce((sum, count) => sum + count, 0)
    observed.set(many, (observed.get(many) ?? 0) + pairs(counts, apart))
  }
  const all = totals.reduce((sum, count) => sum + count, 0)
  const divisor = [...observed.keys()].reduce((product, many) => product * BigInt(many - 1), 1n)
  let sum = 0n
  for (const [many, apartness] of observed) sum += (BigInt(apartness) * divisor) / BigInt(many - 1)
  return minus(one, fraction(BigInt(all - 1) * sum, divisor * BigInt(expected)))
}

/** Sum of squared distances over ordered pairs of different values. */
function pairs(counts: readonly number[], apart: readonly (readonly number[])[]): number {
  let sum = 0
  for (const [a, many] of counts.entries()) {
    if (many === 0) continue
    for (const [b, others] of counts.entries()) sum += many * others * ((apart[a] as number[])[b] as number)
  }
  return sum
}

/** Squared distances of values, each multiplied so that it is whole: alpha is a ratio, the factor falls out. */
function distances(values: readonly number[], totals: readonly number[], scale: Scale): number[][] {
  const steps = scale === 'interval' ? wholes(values) : []
  const ranks = scale === 'ordinal' ? doubledRanks(totals) : []
  const place = scale === 'interval' ? steps : ranks
  return values.map((_, a) =>
    values.map((_, b) => {
      if (scale === 'nominal') return a === b ? 0 : 1
      return ((place[a] as number) - (place[b] as number)) ** 2
    }),
  )
}

// Ordinal distance of c and k: marks from c to k, less half of those at both ends; that is the difference of mid-ranks.
function doubledRanks(totals: readonly number[]): number[] {
  let before = 0
  return totals.map((count) => {
    before += count
    return 2 * before - count
  })
}

function wholes(values: readonly number[]): number[] {
  for (let scale = 1; scale <= 1e6; scale *= 10) {
    const scaled = values.map((value) => Math.round(value * scale))
    if (values.every((value, at) => Math.abs((scaled[at] as number) / scale - value) < 1e-9)) return scaled
  }
  throw new RangeError('marks have at most six decimals')
}
