/** Exact numbers as people read them in Russian papers and pages. Pure. */
import type { Fraction } from '#app/domain/questionnaires/scoring.ts'

/** 7/2 → «3,5»; halves are all that a median of whole marks can be. */
export function fractionText(fraction: Fraction | null, none: string): string {
  if (fraction === null) return none
  const { over, under } = fraction
  if (under === 1) return String(over)
  return under === 2 ? `${Math.trunc(over / 2)},5` : `${over}/${under}`
}

/** A share as percent with one place, rounded half up: 5/14 → «35,7\u00a0%». Integers to the last step. */
export function shareText(share: Fraction | null): string {
  if (share === null) return '—'
  const tenths = Math.floor((share.over * 2000 + share.under) / (2 * share.under))
  return `${Math.trunc(tenths / 10)}${tenths % 10 === 0 ? '' : `,${tenths % 10}`}\u00a0%`
}
