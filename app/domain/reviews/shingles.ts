/**
 * Shingles: bags of words and word pairs, and how much two bags share (Sørensen–Dice, containment).
 * Pairs keep the order of words in view; single words keep short units comparable.
 */
export type Bag = { counts: Map<string, number>; size: number }

const word = /[\p{L}\p{N}]+/gu

export function bagOf(normalised: string): Bag {
  const words = normalised.toLowerCase().match(word) ?? []
  const counts = new Map<string, number>()
  const add = (shingle: string) => counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  words.forEach((current, at) => {
    add(current)
    const next = words[at + 1]
    if (next !== undefined) add(`${current} ${next}`)
  })
  return { counts, size: Math.max(0, words.length * 2 - 1) }
}

export function sharedOf(a: Bag, b: Bag): number {
  const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a]
  let shared = 0
  for (const [shingle, count] of small.counts) shared += Math.min(count, large.counts.get(shingle) ?? 0)
  return shared
}

/** 0 nothing in common … 1 the same bag. Two empty bags are the same. */
export function similarity(a: Bag, b: Bag): number {
  return a.size + b.size === 0 ? 1 : (2 * sharedOf(a, b)) / (a.size + b.size)
}

/** The share of `part` that `whole` contains. */
export function containment(part: Bag, whole: Bag): number {
  return part.size === 0 ? 0 : sharedOf(part, whole) / part.size
}

/** What is left of a bag when another one has explained its part. */
export function without(bag: Bag, explained: Bag): Bag {
  const counts = new Map<string, number>()
  let size = 0
  for (const [shingle, count] of bag.counts) {
    const left = count - (explained.counts.get(shingle) ?? 0)
    if (left > 0) {
      counts.set(shingle, left)
      size += left
    }
  }
  return { counts, size }
}
