/** What a published ranking says, as it is kept and hashed: codes and exact fractions, no names. */
import { numeric, parsed } from '#app/domain/panels/fractions.ts'

export interface CriterionAgreement {
  code: string
  title: string
  /** thousandths; null: nothing can be said */
  alpha: number | null
  low: number | null
  high: number | null
  small: boolean
}
export interface PublishedBody {
  by: 'raw' | 'adjusted'
  silence: 'small' | 'apart' | null
  leniency: { person: number; by: number }[] | null
  agreement: CriterionAgreement[]
  /** codes of works under the quorum of sheets */
  missing: string[]
  works: number
}
/** Of one work; scores as `n/d` of a hundred. */
export interface PublishedScore {
  score: string | null
  median: string | null
  least: string | null
  most: string | null
  adjusted: string | null
  adjustedPlace: number | null
  range: [number, number] | null
  sheets: { score: string | null; sha256: string }[]
  /** marks of an upheld appeal by criterion */
  decided: Record<string, number>
}

/** A kept fraction as a number rounded to hundredths, for pages and papers; null stays null. */
export function points(text: string | null): number | null {
  const value = parsed(text)
  return value ? Math.round(numeric(value) * 100) / 100 : null
}
