/** Exact numbers as people read them in Russian papers and pages. Pure. */
import type { Fraction } from '#app/domain/questionnaires/scoring.ts'

/** 7/2 → «3,5»; halves are all that a median of whole marks can be. */
export function fractionText(fraction: Fraction | null, none: string): string {
  if (fraction === null) return none
  const { over, under } = fraction
  if (under === 1) return String(over)
  return under === 2 ? `${Math.trunc(over / 2)},5` : `${over}/${under}`
}
