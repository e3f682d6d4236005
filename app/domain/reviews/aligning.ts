/**
 * Aligning: which unit of the new version is which unit of the old one.
 *
 * Method: equal ids with equal words → words that are unique in both → the longest monotone chain (what is off it has
 * moved) → equal words beside aligned neighbours → similarity of shingles, with a prior for the same id and the same gap
 * of the chain → leftovers that a partner's words explain (split and merge). A unit that merely looks alike elsewhere
 * is a candidate, never a partner.
 */
import { longestChain } from './chain.ts'
import { containment, similarity, without } from './shingles.ts'
import { candidates, gaps, indexOf, uniqueKeys } from './similar.ts'
import type { Unit } from './units.ts'

/** Old units and the new units that hold their words, by place; one to one unless something was split or merged. */
export interface Group {
  old: number[]
  new: number[]
  /** the pair that carries the block id */
  pair: [number, number]
  moved: boolean
  score: number
}
export interface Candidate {
  at: number
  score: number
}
export interface Alignment {
  old: Unit[]
  new: Unit[]
  groupOf: (Group | undefined)[]
  candidatesOf: Map<number, Candidate[]>
}

const IN_GAP = 0.3 // rewritten up to about half, in its own place; elsewhere a look-alike is no more than a candidate
const SAME_ID = 0.2 // edited in place, the id is evidence too
const EXPLAINED = 0.7 // share of a leftover that a partner's words explain
const MARGIN = 0.05
const SHORT = 20 // characters: equal words this short prove nothing elsewhere

export function align(oldUnits: Unit[], newUnits: Unit[]): Alignment {
  return new Aligner(oldUnits, newUnits).run()
}

class Aligner {
  readonly groupOf: (Group | undefined)[]
  readonly taken: (Group | undefined)[]
  readonly candidatesOf = new Map<number, Candidate[]>()
  #oldGap: number[] = []
  #newGap: number[] = []

  constructor(
    readonly old: Unit[],
    readonly fresh: Unit[],
  ) {
    this.groupOf = new Array<Group | undefined>(old.length)
    this.taken = new Array<Group | undefined>(fresh.length)
  }

  run(): Alignment {
    this.#pairEqualIds()
    this.#pairUniqueWords()
    this.#markMoved()
    this.#spreadFromNeighbours()
    this.#measureGaps()
    this.#pairSimilar()
    this.#markDoubles()
    return { old: this.old, new: this.fresh, groupOf: this.groupOf, candidatesOf: this.candidatesOf }
  }

  #pair(o: number, n: number, score: number): Group {
    const group: Group = { old: [o], new: [n], pair: [o, n], moved: false, score }
    this.groupOf[o] = group
    this.taken[n] = group
    return group
  }

  #pairEqualIds(): void {
    const byId = new Map(this.fresh.map((unit) => [unit.blockId, unit]))
    for (const unit of this.old) {
      const same = byId.get(unit.blockId)
      if (same && same.key === unit.key) this.#pair(unit.at, same.at, 1)
    }
  }

  #pairUniqueWords(): void {
    const olds = uniqueKeys(this.old.filter((unit) => !this.groupOf[unit.at]))
    const news = uniqueKeys(this.fresh.filter((unit) => !this.taken[unit.at]))
    for (const [key, unit] of olds) {
      const same = news.get(key)
      if (unit && same) this.#pair(unit.at, same.at, 1)
    }
  }

  /** Pairs off the chain have moved; when their words are few and their ids differ, they are no pairs at all. */
  #markMoved(): void {
    const groups = this.groupOf.filter((group) => group !== undefined)
    const chain = longestChain(groups.map((group) => group.pair[1]))
    groups.forEach((group, i) => {
      if (chain.has(i)) return
      const [o, n] = group.pair
      group.moved = true
      const [before, after] = [this.old[o], this.fresh[n]]
      if (before && after && before.key.length < SHORT && before.blockId !== after.blockId) {
        this.groupOf[o] = undefined
        this.taken[n] = undefined
      }
    })
  }

  /** Equal words right after, then right before, an aligned pair: settles repeated cells and formulas. */
  #spreadFromNeighbours(): void {
    const step = (o: number, by: 1 | -1) => {
      const group = this.groupOf[o]
      if (!group) return
      const [a, b] = [this.old[o + by], this.fresh[group.pair[1] + by]]
      if (a && b && !this.groupOf[a.at] && !this.taken[b.at] && a.key === b.key)
        this.#pair(a.at, b.at, 1).moved = group.moved
    }
    for (let o = 0; o < this.old.length; o += 1) step(o, 1)
    for (let o = this.old.length - 1; o >= 0; o -= 1) step(o, -1)
    const [a, b] = [this.old[0], this.fresh[0]]
    if (a && b && !this.groupOf[0] && !this.taken[0] && a.key === b.key) {
      this.#pair(0, 0, 1)
      for (let o = 0; o < this.old.length && this.groupOf[o]; o += 1) step(o, 1)
    }
  }

  /** Numbers the gaps between unmoved pairs on both sides. */
  #measureGaps(): void {
    const fixed = this.groupOf.filter((group) => group !== undefined && !group.moved)
    this.#oldGap = gaps(
      this.old.length,
      fixed.map((group) => group?.pair[0] ?? 0),
    )
    this.#newGap = gaps(
      this.fresh.length,
      fixed.map((group) => group?.pair[1] ?? 0),
    )
  }

  #pairSimilar(): void {
    const pairs = this.#similarPairs().sort((a, b) => b.score - a.score || a.o - b.o || a.n - b.n)
    const rivals = new Map<number, typeof pairs>()
    for (const pair of pairs) rivals.set(pair.o, [...(rivals.get(pair.o) ?? []), pair])
    for (const { o, n, score, likeness, certain } of pairs) {
      if (this.groupOf[o] || this.taken[n]) continue
      const doubtful = !certain || rivals.get(o)?.some((other) => this.#rivals(other, { o, n, score }))
      if (doubtful) this.#doubt(o, { at: n, score: likeness })
      else this.#extend(this.#paired(o, n, likeness))
    }
  }

  /** As likely a partner for the very same words; two halves of a split paragraph are no rivals. */
  #rivals(
    other: { n: number; score: number; certain: boolean },
    chosen: { o: number; n: number; score: number },
  ) {
    if (other.n === chosen.n || this.taken[other.n] || !other.certain || chosen.score - other.score >= MARGIN)
      return false
    const [a, b, c] = [this.old[chosen.o], this.fresh[chosen.n], this.fresh[other.n]]
    return (
      a !== undefined && b !== undefined && c !== undefined && containment(c.bag, without(a.bag, b.bag)) < 0.5
    )
  }

  #paired(o: number, n: number, score: number): Group {
    const group = this.#pair(o, n, score)
    group.moved = this.#oldGap[o] !== this.#newGap[n]
    this.candidatesOf.delete(o)
    return group
  }

  #doubt(o: number, candidate: Candidate): void {
    const known = this.candidatesOf.get(o) ?? []
    const isNew = known.every(({ at }) => at !== candidate.at)
    if (known.length < 3 && isNew) this.candidatesOf.set(o, [...known, candidate])
  }

  #similarPairs() {
    const index = indexOf(this.fresh.filter((unit) => !this.taken[unit.at]))
    const byId = new Map(
      this.fresh.filter((unit) => !this.taken[unit.at]).map((unit) => [unit.blockId, unit]),
    )
    return this.old
      .filter((unit) => !this.groupOf[unit.at])
      .flatMap((unit) => {
        const same = byId.get(unit.blockId)
        const others = new Set([...(same ? [same] : []), ...candidates(unit, index)])
        return [...others].flatMap((other) => this.#weigh(unit, other) ?? [])
      })
  }

  #weigh(a: Unit, b: Unit) {
    const inGap = this.#oldGap[a.at] === this.#newGap[b.at]
    const sameId = a.blockId === b.blockId
    const alike = similarity(a.bag, b.bag)
    const part =
      inGap &&
      Math.min(a.bag.size, b.bag.size) >= 7 &&
      Math.max(containment(a.bag, b.bag), containment(b.bag, a.bag)) >= 0.8
    const likeness = part ? Math.max(alike, IN_GAP) : alike
    const short = sameId && Math.max(a.bag.size, b.bag.size) <= 7
    const certain = sameId ? short || alike >= SAME_ID : inGap && likeness >= IN_GAP
    if (!certain && alike < 0.5) return null
    return { o: a.at, n: b.at, score: likeness + (sameId ? 0.25 : 0) + (inGap ? 0.1 : 0), likeness, certain }
  }

  /** Takes into the group neighbours whose words its members leave unexplained: parts of a split, sources of a merge. */
  #extend(group: Group): void {
    const [o, n] = group.pair
    const [a, b] = [this.old[o], this.fresh[n]]
    if (!a || !b || group.score > 0.97) return
    let [lost, added] = [without(a.bag, b.bag), without(b.bag, a.bag)]
    for (const by of [1, -1]) {
      for (let at = n + by; ; at += by) {
        const unit = this.fresh[at]
        if (!unit || this.taken[at] || unit.bag.size < 3 || containment(unit.bag, lost) < EXPLAINED) break
        this.taken[at] = group
        group.new.push(at)
        lost = without(lost, unit.bag)
      }
      for (let at = o + by; ; at += by) {
        const unit = this.old[at]
        if (!unit || this.groupOf[at] || unit.bag.size < 3 || containment(unit.bag, added) < EXPLAINED) break
        this.groupOf[at] = group
        this.candidatesOf.delete(at)
        group.old.push(at)
        added = without(added, unit.bag)
      }
    }
    group.old.sort((x, y) => x - y)
    group.new.sort((x, y) => x - y)
  }

  /** An old unit whose words stand in the new version, but as another old unit's: which of the two stayed is a guess. */
  #markDoubles(): void {
    const byKey = new Map<string, number[]>()
    for (const unit of this.fresh)
      if (unit.key !== '') byKey.set(unit.key, [...(byKey.get(unit.key) ?? []).slice(0, 2), unit.at])
    for (const unit of this.old) {
      if (this.groupOf[unit.at]) continue
      for (const at of byKey.get(unit.key) ?? []) this.#doubt(unit.at, { at, score: 1 })
    }
  }
}
