/**
 * The everyday rule of agreement: the largest difference of marks on a criterion, their median, and who stands apart.
 *
 * Above the points of the setting two marks call a third expert, three and more a consensus round. A mark stands apart
 * when it is further than those points from the median: with two marks nobody can say which of them is.
 */
import { compared, type Fraction, fraction, minus, ofDecimal, plus } from '#app/domain/panels/fractions.ts'

export type Call = 'third-expert' | 'consensus-round'
export interface Given {
  judge: string
  mark: number | null
}
export interface Spread {
  count: number
  median: Fraction
  least: number
  most: number
  difference: Fraction
  outlying: string[]
  call: Call | null
}

/** Null when no mark was given: «нет данных». */
export function spreadOf(given: readonly Given[], points: number): Spread | null {
  const marks = given.flatMap(({ judge, mark }) => (mark === null ? [] : [{ judge, mark }]))
  const values = marks.map(({ mark }) => mark).sort((a, b) => a - b)
  if (values.length === 0) return null
  const [least, most] = [values[0] as number, values[values.length - 1] as number]
  const [limit, difference] = [ofDecimal(points), minus(ofDecimal(most), ofDecimal(least))]
  const apart = compared(difference, limit) > 0
  const median = medianOf(values)
  const outlying = marks.filter(
    ({ mark }) => values.length > 2 && compared(distance(ofDecimal(mark), median), limit) > 0,
  )
  return {
    count: values.length,
    median,
    least,
    most,
    difference,
    outlying: outlying.map(({ judge }) => judge),
    call: apart ? (values.length === 2 ? 'third-expert' : 'consensus-round') : null,
  }
}

/** The middle mark; between two middle ones their mean. */
export function medianOf(marks: readonly number[]): Fraction {
  const sorted = [...marks].sort((a, b) => a - b)
  const [left, right] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  const sum = plus(ofDecimal(left as number), ofDecimal(right as number))
  return fraction(sum.n, sum.d * 2n)
}

function distance(a: Fraction, b: Fraction): Fraction {
  const { n, d } = minus(a, b)
  return { n: n < 0n ? -n : n, d }
}
