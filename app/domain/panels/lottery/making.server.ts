/** A lottery made of a pool: fair probabilities, and panels with exact weights that give everybody exactly theirs. */
import { digestHex } from '#app/domain/panels/digest.ts'
import { drawnOrder } from '#app/domain/panels/drawing.ts'
import { compared, type Fraction } from '#app/domain/panels/fractions.ts'
import { allotted, type Panel } from './allotting.ts'
import { Compositions } from './compositions.server.ts'
import { leximin } from './leximin.server.ts'
import { kindsOf, type Pool, withoutIdle } from './pool.ts'
import { type Relaxation, relaxationOf } from './relaxing.server.ts'
import { probabilitiesOf, weighed } from './weighing.ts'

export interface Lottery {
  /** one a person of the pool */
  probabilities: Fraction[]
  least: Fraction
  panels: Panel[]
  /** false when time ran out: exact and under all quotas, but somebody might have been made likelier */
  proven: boolean
}

/** The lottery (the best found in the seconds given, without them the optimum), or the smallest relaxation of the quotas under which there would be one. */
export async function lotteryOf(
  whole: Pool,
  { signal, seconds }: { signal?: AbortSignal; seconds?: number } = {},
): Promise<Lottery | { relaxation: Relaxation[] }> {
  const pool = withoutIdle(whole)
  const kinds = kindsOf(pool)
  const spread = await leximin(new Compositions(pool, kinds, signal), kinds, seconds)
  if (!spread) return { relaxation: await relaxationOf(whole) }
  const all = weighed(spread.compositions, spread.weights, kinds, spread.probabilities)
  const exact = probabilitiesOf(all, kinds)
  // People are seated in an order made of all of them, so that neighbours of a list do not always sit together.
  const mixture = digestHex(pool.people.map(({ id }) => id).join('\n'))
  const panels = allotted(all, kinds, exact, (people, kind) => drawnOrder(people, `${mixture}:${kind}`))
  const probabilities: Fraction[] = []
  for (const [at, { people }] of kinds.entries())
    for (const person of people) probabilities[person] = exact[at] as Fraction
  const least = exact.reduce((one, other) => (compared(other, one) < 0 ? other : one))
  return { probabilities, least, panels, proven: spread.proven }
}
