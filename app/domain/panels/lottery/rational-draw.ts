/**
 * One panel drawn from exact weights: a number below the common denominator, each as likely, and the panel it falls on.
 *
 * The number is put together from 32-bit words of the counter stream of the seed (drawing.ts), cut to the bits of the
 * denominator and drawn anew when it is too large, so that no remainder is favoured. Whole numbers alone.
 */
import { numbersOf } from '#app/domain/panels/drawing.ts'
import { type Fraction, lcm } from '#app/domain/panels/fractions.ts'

/** A uniform whole number from 0 up to, not including, the limit. */
export function below(limit: bigint, seed: string): bigint {
  const words = numbersOf(seed)
  const bits = BigInt((limit - 1n).toString(2).length)
  const count = Number((bits + 31n) / 32n)
  const mask = (1n << bits) - 1n
  for (;;) {
    let value = 0n
    for (let at = 0; at < count; at += 1) value = (value << 32n) | BigInt(words(2 ** 32))
    value &= mask
    if (value < limit) return value
  }
}

/** The place of the drawn weight. The weights sum to one. */
export function drawnPlace(weights: readonly Fraction[], seed: string): number {
  const common = weights.reduce((all, { d }) => lcm(all, d), 1n)
  let left = below(common, seed)
  for (const [at, { n, d }] of weights.entries()) {
    left -= n * (common / d)
    if (left < 0n) return at
  }
  throw new Error('weights that do not sum to one')
}
