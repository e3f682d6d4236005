/** Pairing: what alignment has found so far, and where in the order of the found pairs a unit stands. */
import type { Candidate, Group } from './aligning.ts'
import { type Rarity, rarityIn } from './rarity.ts'
import { type Bag, bagOf } from './shingles.ts'
import type { Unit } from './units.ts'

const MOST_CANDIDATES = 3

export class Pairing {
  readonly groupOf: (Group | undefined)[]
  readonly taken: (Group | undefined)[]
  readonly candidatesOf = new Map<number, Candidate[]>()
  readonly #bags = new Map<Unit, Bag>()
  readonly #rarity: Rarity
  #places: { old: Place[]; fresh: Place[] } | null = null

  constructor(
    readonly old: readonly Unit[],
    readonly fresh: readonly Unit[],
  ) {
    this.groupOf = new Array<Group | undefined>(old.length)
    this.taken = new Array<Group | undefined>(fresh.length)
    this.#rarity = rarityIn(old, fresh)
  }

  /** The shingles of a unit, each with its weight in these two versions. */
  bagOf(unit: Unit): Bag {
    const known = this.#bags.get(unit)
    if (known) return known
    const bag = bagOf(unit.words, this.#rarity)
    this.#bags.set(unit, bag)
    return bag
  }

  pair(o: number, n: number, score: number, moved = false): Group {
    const group: Group = { old: [o], new: [n], pair: [o, n], moved, score, shared: [] }
    this.groupOf[o] = group
    this.taken[n] = group
    this.candidatesOf.delete(o)
    return group
  }

  /** Another old unit whose words went into the group; and another new one that holds words of it. */
  joinOld(group: Group, o: number): void {
    this.groupOf[o] = group
    this.candidatesOf.delete(o)
    group.old = [...group.old, o].sort((a, b) => a - b)
  }

  joinNew(group: Group, n: number): void {
    this.taken[n] = group
    group.new = [...group.new, n].sort((a, b) => a - b)
  }

  get freeOld(): Unit[] {
    return this.old.filter(({ at }) => !this.groupOf[at])
  }

  get freeNew(): Unit[] {
    return this.fresh.filter(({ at }) => !this.taken[at])
  }

  /** A place that may be meant; the three best are kept, the first named first. */
  doubt(o: number, candidate: Candidate): void {
    const known = this.candidatesOf.get(o) ?? []
    if (known.length < MOST_CANDIDATES && known.every(({ at }) => at !== candidate.at))
      this.candidatesOf.set(o, [...known, candidate])
  }

  /** Fixes the pairs found so far as the measure of places. */
  measure(): void {
    const groups = this.groupOf.filter((group) => group !== undefined)
    const fixed = groups.filter(({ moved }) => !moved)
    this.#places = {
      old: placesOf(
        this.old.length,
        fixed.map(({ pair }) => pair[0]),
        new Map(groups.map(({ pair }) => [pair[0], pair[0]])),
      ),
      fresh: placesOf(
        this.fresh.length,
        fixed.map(({ pair }) => pair[1]),
        new Map(groups.map(({ pair }) => [pair[1], pair[0]])),
      ),
    }
  }

  /** Number of the gap between unmoved pairs in which an old unit stood. */
  gapOfOld(o: number): number {
    return this.#places?.old[o]?.gap ?? 0
  }

  gapOfNew(n: number): number {
    return this.#places?.fresh[n]?.gap ?? 0
  }

  /** Both stand in one gap between unmoved pairs, or right beside the same pair of a moved passage. */
  isInPlace(o: number, n: number): boolean {
    const [a, b] = [this.#places?.old[o], this.#places?.fresh[n]]
    if (!a || !b) return false
    return a.gap === b.gap || (a.left >= 0 && a.left === b.left) || (a.right >= 0 && a.right === b.right)
  }
}

/** The gap, and the nearest paired units on both sides by their old places. */
interface Place {
  gap: number
  left: number
  right: number
}

function placesOf(length: number, fixed: number[], paired: ReadonlyMap<number, number>): Place[] {
  const marks = new Set(fixed)
  let [gap, left, right] = [0, -1, -1]
  const places = Array.from({ length }, (_, at): Place => {
    if (marks.has(at)) gap += 1
    const place = { gap, left, right: -1 }
    left = paired.get(at) ?? left
    return place
  })
  for (let at = length - 1; at >= 0; at -= 1) {
    const place = places[at]
    if (place) place.right = right
    right = paired.get(at) ?? right
  }
  return places
}
