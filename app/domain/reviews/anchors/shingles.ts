/**
 * Shingles: bags of words and word pairs, and how much two bags share (Sørensen–Dice, containment).
 * Pairs keep the order of words in view; single words keep short units comparable. Each weighs what it tells apart.
 */
import type { Rarity } from './rarity.ts'

/** The weight of each shingle and of all; `length` is their plain number. */
export type Bag = { counts: Map<string, number>; size: number; length: number }

export function bagOf(words: readonly string[], rarity: Rarity): Bag {
  const counts = new Map<string, number>()
  let size = 0
  const add = (shingle: string, weight: number) => {
    counts.set(shingle, (counts.get(shingle) ?? 0) + weight)
    size += weight
  }
  let before = 0
  words.forEach((current, at) => {
    const weight = rarity(current)
    add(current, weight)
    if (at > 0) add(`${words[at - 1]} ${current}`, (before + weight) / 2)
    before = weight
  })
  return { counts, size, length: Math.max(0, words.length * 2 - 1) }
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
  return { counts, size, length: counts.size }
}

/** Both bags in one. */
export function together(a: Bag, b: Bag): Bag {
  const counts = new Map(a.counts)
  for (const [shingle, count] of b.counts) counts.set(shingle, (counts.get(shingle) ?? 0) + count)
  return { counts, size: a.size + b.size, length: a.length + b.length }
}
