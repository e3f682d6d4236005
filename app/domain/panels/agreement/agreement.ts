/** Agreement of a batch on one criterion: alpha with its interval, or why there is none, and what it is worth. */
import { type Fraction, numeric } from '#app/domain/panels/fractions.ts'
import { alphaOf, countsOf, type Marks, type Scale, type Silence } from './alpha.ts'
import { type Interval, intervalOf } from './bootstrap.ts'

export interface AgreementSettings {
  /** objects with two marks or more below which alpha is shown with a warning */
  smallSample: number
  samples: number
}
export type Agreement =
  | { silence: Silence; objects: number }
  | { alpha: Fraction; value: number; interval: Interval | null; objects: number; small: boolean }

/** The seed names what is judged, so that the same protocol gives the same interval. */
export function agreementOf(
  marks: Marks,
  scale: Scale,
  seed: string,
  { smallSample, samples }: AgreementSettings,
): Agreement {
  const alpha = alphaOf(marks, scale)
  const objects = countsOf(marks).objects.length
  if (typeof alpha === 'string') return { silence: alpha, objects }
  const interval = intervalOf(marks, scale, seed, samples)
  return { alpha, value: numeric(alpha), interval, objects, small: objects < smallSample }
}
