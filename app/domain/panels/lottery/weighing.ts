/**
 * Weights of a lottery from doubles to fractions that sum to exactly one.
 *
 * First each weight is taken for the simplest fraction beside it (continued fractions); when those sum to one and give
 * the kinds of one level the very same probability, they are what the programme meant. Else the probabilities are taken
 * so, and the weights are the exact solution of the equations that bind them. Else all are rounded to GRID-ths, the
 * largest remainders up: then probabilities are off the optimum by some billionths, and still exact.
 */
import { type Fraction, fraction, lcm, printed, sumOf } from '#app/domain/panels/fractions.ts'
import { solvedExactly } from './equations.ts'
import type { Kind } from './pool.ts'

export interface Weighed {
  counts: number[]
  weight: Fraction
}
const GRID = 1_000_000_000n
const MOST_BELOW = 1_000_000
const CLOSE = 1e-10
const MOST_EQUATIONS = 150

export function weighed(
  compositions: readonly number[][],
  weights: readonly number[],
  kinds: readonly Kind[],
  probabilities: readonly number[],
): Weighed[] {
  const used = compositions.flatMap((counts, at) => {
    const weight = weights[at] ?? 0
    return weight > 0.5 / Number(GRID) ? [{ counts, weight }] : []
  })
  return simple(used, kinds, probabilities) ?? bound(used, kinds, probabilities) ?? gridded(used)
}

/** The exact probability of a person of each kind. */
export function probabilitiesOf(all: readonly Weighed[], kinds: readonly Kind[]): Fraction[] {
  const below = all.reduce((common, { weight }) => lcm(common, weight.d), 1n)
  return kinds.map(({ people }, at) => {
    const sum = all.reduce(
      (sum, { counts, weight }) => sum + BigInt(counts[at] ?? 0) * weight.n * (below / weight.d),
      0n,
    )
    return fraction(sum, below * BigInt(people.length))
  })
}

type Used = { counts: number[]; weight: number }

function simple(
  used: readonly Used[],
  kinds: readonly Kind[],
  probabilities: readonly number[],
): Weighed[] | null {
  const found: Weighed[] = []
  for (const { counts, weight } of used) {
    const near = simplest(weight)
    if (!near) return null
    found.push({ counts, weight: near })
  }
  const below = found.reduce((common, { weight }) => lcm(common, weight.d), 1n)
  const sum = found.reduce((sum, { weight }) => sum + weight.n * (below / weight.d), 0n)
  if (sum !== below) return null
  const exact = probabilitiesOf(found, kinds)
  const levels = new Map<string, string>()
  for (const [at, probability] of exact.entries()) {
    const level = (probabilities[at] ?? 0).toFixed(7)
    const same = levels.get(level) ?? printed(probability)
    if (same !== printed(probability)) return null
    levels.set(level, same)
  }
  return found
}

/** The weights that give each kind the simplest probability beside the one found, when there are such. */
function bound(
  used: readonly Used[],
  kinds: readonly Kind[],
  probabilities: readonly number[],
): Weighed[] | null {
  if (used.length > MOST_EQUATIONS) return null
  const levels = probabilities.map((probability) => simplest(probability))
  const right = kinds.flatMap(({ people }, at) => {
    const level = levels[at]
    return level ? [fraction(level.n * BigInt(people.length), level.d)] : []
  })
  if (right.length < kinds.length) return null
  const weights = solvedExactly(
    kinds.map((_, at) => used.map(({ counts }) => counts[at] ?? 0)),
    right,
  )
  if (!weights || weights.some(({ n }) => n < 0n)) return null
  const found = used.map(({ counts }, at) => ({ counts, weight: weights[at] as Fraction }))
  return printed(sumOf(weights)) === '1/1' ? found.filter(({ weight }) => weight.n > 0n) : null
}

/** The fraction of the smallest lower part within CLOSE of the value, or null beyond MOST_BELOW. */
function simplest(value: number): Fraction | null {
  let [n0, d0, n1, d1, rest] = [0, 1, 1, 0, value]
  for (let step = 0; step < 40; step += 1) {
    const whole = Math.floor(rest)
    ;[n0, d0, n1, d1] = [n1, d1, whole * n1 + n0, whole * d1 + d0]
    if (d1 > MOST_BELOW) return null
    if (Math.abs(n1 / d1 - value) < CLOSE) return fraction(n1, d1)
    rest = 1 / (rest - whole)
  }
  return null
}

function gridded(used: readonly Used[]): Weighed[] {
  const total = used.reduce((sum, { weight }) => sum + weight, 0)
  const parts = used.map(({ counts, weight }, at) => {
    const share = (weight / total) * Number(GRID)
    return { counts, at, whole: BigInt(Math.floor(share)), rest: share - Math.floor(share) }
  })
  const missing = Number(GRID - parts.reduce((sum, { whole }) => sum + whole, 0n))
  const up = new Set(
    [...parts]
      .sort((a, b) => b.rest - a.rest || a.at - b.at)
      .slice(0, missing)
      .map(({ at }) => at),
  )
  return parts.map(({ counts, at, whole }) => ({
    counts,
    weight: fraction(whole + (up.has(at) ? 1n : 0n), GRID),
  }))
}
