/**
 * The interval of alpha: objects drawn again with replacement, alpha of each such sample, and the middle 95 % of them
 * (percentile bootstrap, Efron 1979). The numbers come from the counter stream of a seed, so that the interval of a
 * protocol is the same on any machine and can be recomputed.
 */
import { numbersOf } from '#app/domain/panels/drawing.ts'
import { numeric } from '#app/domain/panels/fractions.ts'
import { alphaOfCounts, countsOf, type Marks, type Scale } from './alpha.ts'

export interface Interval {
  low: number
  high: number
  /** samples that could be judged; in the others all marks were the same */
  samples: number
}

/** Null where there is nothing to judge, or where most samples say nothing. */
export function intervalOf(marks: Marks, scale: Scale, seed: string, samples = 1000): Interval | null {
  const counts = countsOf(marks)
  const { objects } = counts
  if (objects.length < 2 || typeof alphaOfCounts(counts, scale) === 'string') return null
  const below = numbersOf(seed)
  const found: number[] = []
  for (let round = 0; round < samples; round += 1) {
    const drawn = objects.map(() => objects[below(objects.length)] as number[])
    const alpha = alphaOfCounts({ values: counts.values, objects: drawn }, scale)
    if (typeof alpha !== 'string') found.push(numeric(alpha))
  }
  if (found.length * 2 < samples) return null
  found.sort((a, b) => a - b)
  const cut = Math.floor(found.length / 40)
  return { low: found[cut] as number, high: found[found.length - 1 - cut] as number, samples: found.length }
}
