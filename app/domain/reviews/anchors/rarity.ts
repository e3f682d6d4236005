/**
 * Rarity: how much a word tells one unit from the others. Words of every second paragraph («качества образования») say
 * little about which paragraph it is, a name or a number says much: 1 for a word of one unit, near 0 for a word of all.
 */
import type { Unit } from './units.ts'

export type Rarity = (word: string) => number

/** The weight of each word of two versions; counted when the first is asked for. */
export function rarityIn(old: readonly Unit[], fresh: readonly Unit[]): Rarity {
  let known: Map<string, number> | null = null
  return (word) => {
    known ??= weightsOf(holdersIn(old), holdersIn(fresh), Math.max(old.length, fresh.length, 2))
    return known.get(word) ?? 1
  }
}

/** In how many units each word stands. */
function holdersIn(units: readonly Unit[]): Map<string, number> {
  const holders = new Map<string, number>()
  const last = new Map<string, number>()
  for (const { words, at } of units)
    for (const word of words) {
      if (last.get(word) === at) continue
      last.set(word, at)
      holders.set(word, (holders.get(word) ?? 0) + 1)
    }
  return holders
}

function weightsOf(old: Map<string, number>, fresh: Map<string, number>, n: number): Map<string, number> {
  const weights = new Map<string, number>()
  const whole = Math.log(1 + n)
  for (const holders of [old, fresh])
    for (const word of holders.keys())
      weights.set(word, Math.log(1 + n / Math.max(old.get(word) ?? 0, fresh.get(word) ?? 0)) / whole)
  return weights
}
