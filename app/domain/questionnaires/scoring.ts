/**
 * Scoring of marks: weights, «not applicable», median and spread, in integers and fractions only (design law 9).
 *
 * A question that does not apply leaves both what was earned and what could be; with nothing left there is no score.
 */
import type { Form } from '#db/schema/questionnaires.ts'
import type { Answer } from './forms.ts'

/** A fraction in lowest terms; its denominator is positive. */
export interface Fraction {
  over: number
  under: number
}

/** Weighted marks as earned of the most that could be, or null when no question with a scale applies. */
export function scoreOf(form: Form, answers: readonly Answer[]): { earned: number; most: number } | null {
  const said = new Map(answers.map((answer) => [answer.question, answer]))
  let [earned, most] = [0, 0]
  for (const { code, type, scale = [], weight = 1 } of form.questions) {
    const answer = said.get(code)
    if (type !== 'scale' || !answer || answer.notApplicable || typeof answer.value !== 'number') continue
    earned += answer.value * weight
    most += (scale.length - 1) * weight
  }
  return most === 0 ? null : { earned, most }
}

/** The middle of whole marks; of an even number the mean of the two in the middle. Null of none. */
export function medianOf(marks: readonly number[]): Fraction | null {
  if (marks.length === 0) return null
  const sorted = [...marks].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const high = sorted[middle] as number
  if (sorted.length % 2 === 1) return { over: high, under: 1 }
  return reduced(high + (sorted[middle - 1] as number), 2)
}

/** The middle of fractions, exactly; of an even number the mean of the two in the middle. Null of none. */
export function middleOf(values: readonly Fraction[]): Fraction | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a.over * b.under - b.over * a.under)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]] as [Fraction, Fraction]
  return reduced(low.over * high.under + high.over * low.under, 2 * low.under * high.under)
}

/** The difference of the largest and the smallest fraction, or null of none. */
export function widthOf(values: readonly Fraction[]): Fraction | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a.over * b.under - b.over * a.under)
  const [low, high] = [sorted[0], sorted[sorted.length - 1]] as [Fraction, Fraction]
  return reduced(high.over * low.under - low.over * high.under, high.under * low.under)
}

/** The difference of the highest and the lowest mark, or null of none. */
export function spreadOf(marks: readonly number[]): number | null {
  return marks.length === 0 ? null : Math.max(...marks) - Math.min(...marks)
}

/** The fraction in lowest terms. */
export function reduced(over: number, under: number): Fraction {
  const divisor = gcd(Math.abs(over), Math.abs(under)) || 1
  const sign = under < 0 ? -1 : 1
  return { over: (sign * over) / divisor, under: (sign * under) / divisor }
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
