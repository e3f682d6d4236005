/**
 * The lot: an order of rows that nobody could know before, and everybody can recompute.
 *
 * The institute publishes SHA-256 of its secret first; a public value that nobody knew then is added later. Seed =
 * SHA-256(secret|public value). Numbers come from SHA-256(seed:0), SHA-256(seed:1) … as 32-bit words, with rejection,
 * so no remainder is favoured; the order is the shuffle of Fisher and Yates (Durstenfeld 1964). Integers only.
 */
import { digestHex, digestWords } from './digest.ts'

/** The seed of a draw from both its parts. */
export function seedOf(secret: string, publicValue: string): string {
  return digestHex(`${secret}|${publicValue}`)
}

/** What is published before the draw in place of the secret. */
export function commitmentOf(secret: string): string {
  return digestHex(secret)
}

/** The items in the order of the lot; the same for the same seed on any machine. */
export function drawnOrder<T>(items: readonly T[], seed: string): T[] {
  const order = [...items]
  const below = numbersOf(seed)
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = below(last + 1)
    ;[order[last], order[other]] = [order[other] as T, order[last] as T]
  }
  return order
}

/** Uniform integers in [0, limit) from the counter stream of a seed. */
export function numbersOf(seed: string): (limit: number) => number {
  let [counter, words, at] = [0, [] as number[], 0]
  return (limit) => {
    const fair = Math.floor(2 ** 32 / limit) * limit
    for (;;) {
      if (at === words.length) {
        words = digestWords(`${seed}:${counter}`)
        counter += 1
        at = 0
      }
      const word = words[at] as number
      at += 1
      if (word < fair) return word % limit
    }
  }
}
