/** Pairs of units whose words are similar and that stand in the same place: edited, rewritten, split or merged ones. */
import type { Candidate, Group } from './aligning.ts'
import { heaviestChain, type Weighed } from './chain.ts'
import type { Reserved } from './equal-words.ts'
import type { Pairing } from './pairing.ts'
import { share } from './sharing.ts'
import { containment, similarity, together, without } from './shingles.ts'
import { candidates, indexOf } from './similar.ts'
import type { Unit } from './units.ts'

const LEVELS = [0.5, 0.3, 0]
const REWRITTEN = 0.2 // up to about two words of three are others
const ALONE = 0.1 // nothing else stands in the place on either side
const SAME_ID = 0.2 // edited in place, the id is evidence too
const MARGIN = 0.05
const OUTRANKS = 0.5 // edited in place rather than moved word by word
const HALF = 0.5 // share of a part that the whole explains
const GAINED = 0.1 // how much more alike two halves together must be
const FEW_WORDS = 2
const MOST_LETTERS = 0.6
const PART = 0.35 // what a contained unit counts when most of its partner came from or went elsewhere

interface Pair extends Weighed {
  score: number
  likeness: number
}

/** What stands, changed, in the place of a unit whose very words stand elsewhere. */
export type Contested = Map<number, Candidate>

/** The surest first: each pair narrows the place of the next ones. */
export function pairInPlace(pairing: Pairing, reserved: Reserved): Contested {
  const contested: Contested = new Map()
  for (const least of LEVELS) {
    contested.clear()
    pairAlike(pairing, reserved, least, contested)
  }
  return contested
}

/** What keeps its order inside one gap, the heaviest chain of it; then what stands out of order beside it. */
function pairAlike(pairing: Pairing, reserved: Reserved, least: number, contested: Contested): void {
  pairing.measure()
  const pairs = similarPairs(pairing, reserved, contested).sort(
    (a, b) => b.score - a.score || a.o - b.o || a.n - b.n,
  )
  const rivals = new Map<number, Pair[]>()
  for (const pair of pairs) {
    const known = rivals.get(pair.o)
    if (known) known.push(pair)
    else rivals.set(pair.o, [pair])
  }
  const settle = (pair: Pair): Group[] => {
    const { o, oLast, n, nLast, likeness } = pair
    for (let at = o; at <= oLast; at += 1) if (pairing.groupOf[at]) return []
    for (let at = n; at <= nLast; at += 1) if (pairing.taken[at]) return []
    const doubtful = rivals.get(o)?.some((other) => areRivals(pairing, other, pair))
    if (doubtful) pairing.doubt(o, { at: n, score: likeness })
    return doubtful ? [] : [paired(pairing, pair)]
  }
  const sure = pairs.filter(({ score }) => score >= least)
  const inOrder = sure.filter(({ o, n }) => pairing.gapOfOld(o) === pairing.gapOfNew(n))
  const ordered = heaviestChain([...inOrder, ...dividedOf(pairing, inOrder)], pairing.fresh.length)
  for (const group of ordered.flatMap(settle)) share(pairing, group)
  for (const group of sure.flatMap(settle)) share(pairing, group)
}

/** The group of a pair, or of the two halves and their whole: the half that is most like the whole carries its id. */
function paired(pairing: Pairing, { o, oLast, n, nLast, likeness }: Pair): Group {
  const alike = (a: number, b: number) => {
    const [old, fresh] = [pairing.old[a], pairing.fresh[b]]
    return old && fresh ? similarity(pairing.bagOf(old), pairing.bagOf(fresh)) : 0
  }
  const isLater = alike(oLast, nLast) > alike(o, n)
  const [a, b] = isLater ? [oLast, nLast] : [o, n]
  const group = pairing.pair(a, b, likeness, pairing.gapOfOld(a) !== pairing.gapOfNew(b))
  if (oLast > o) pairing.joinOld(group, isLater ? o : oLast)
  if (nLast > n) pairing.joinNew(group, isLater ? n : nLast)
  return group
}

/** Halves side by side that are together more like the whole than either: split, or merged when the sides are changed. */
function dividedOf(pairing: Pairing, pairs: readonly Pair[]): Pair[] {
  const found = new Map<string, Pair>()
  for (const pair of pairs)
    for (const by of [1, -1]) {
      for (const side of ['n', 'o'] as const) {
        const divided = divide(pairing, pair, side, by)
        if (divided) found.set([divided.o, divided.oLast, divided.n, divided.nLast].join(), divided)
      }
    }
  return [...found.values()]
}

function divide(pairing: Pairing, { o, n, likeness }: Pair, side: 'n' | 'o', by: number): Pair | null {
  const isSplit = side === 'n'
  const [half, whole] = isSplit ? [pairing.fresh[n], pairing.old[o]] : [pairing.old[o], pairing.fresh[n]]
  const other = isSplit ? pairing.fresh[n + by] : pairing.old[o + by]
  if (!half || !whole || !other) return null
  const isThere = isSplit
    ? !pairing.taken[other.at] && pairing.gapOfNew(other.at) === pairing.gapOfNew(n)
    : !pairing.groupOf[other.at] && pairing.gapOfOld(other.at) === pairing.gapOfOld(o)
  const [part, all] = [pairing.bagOf(other), pairing.bagOf(whole)]
  if (!isThere || containment(part, all) < HALF) return null
  const alike = similarity(together(pairing.bagOf(half), part), all)
  if (alike < Math.max(likeness, similarity(part, all)) + GAINED) return null
  const [first, last] = by > 0 ? [half.at, other.at] : [other.at, half.at]
  const places = isSplit ? { o, oLast: o, n: first, nLast: last } : { o: first, oLast: last, n, nLast: n }
  return { ...places, score: alike, likeness: alike, gain: alike * alike }
}

/** As likely a partner for the very same words; two halves of a split paragraph are no rivals. */
function areRivals(pairing: Pairing, other: Pair, chosen: Pair): boolean {
  if (other.n >= chosen.n && other.n <= chosen.nLast) return false
  if (pairing.taken[other.n] || chosen.score - other.score >= MARGIN) return false
  const [a, b, c] = [pairing.old[chosen.o], pairing.fresh[chosen.n], pairing.fresh[other.n]]
  if (!a || !b || !c) return false
  return containment(pairing.bagOf(c), without(pairing.bagOf(a), pairing.bagOf(b))) < HALF
}

function similarPairs(pairing: Pairing, reserved: Reserved, contested: Contested): Pair[] {
  const free = pairing.freeNew
  const index = indexOf(pairing, free)
  const byId = new Map(free.map((unit) => [unit.blockId, unit]))
  const [oldIn, newIn] = [
    crowd(pairing.freeOld, (at) => pairing.gapOfOld(at)),
    crowd(free, (at) => pairing.gapOfNew(at)),
  ]
  const wanted = new Set(reserved.values())
  return pairing.freeOld.flatMap((unit) => {
    const gap = pairing.gapOfOld(unit.at)
    const alone = oldIn.get(gap)?.length === 1 && newIn.get(gap)?.length === 1
    const beside = alone ? (newIn.get(gap) ?? []) : []
    const same = byId.get(unit.blockId)
    const others = new Set([
      ...(same ? [same] : []),
      ...beside,
      ...candidates(pairing, unit, index, (n) => pairing.isInPlace(unit.at, n)),
    ])
    return [...others].flatMap((other) => {
      const pair = weigh(pairing, unit, other, alone)
      if (!pair) return []
      const isReserved = reserved.has(unit.at)
      if (!isReserved && !wanted.has(other.at)) return [pair]
      if (pair.likeness >= OUTRANKS || unit.blockId === other.blockId) return [pair]
      const known = contested.get(unit.at)
      if (isReserved && pair.likeness >= REWRITTEN && pair.likeness > (known?.score ?? 0))
        contested.set(unit.at, { at: other.at, score: pair.likeness })
      return []
    })
  })
}

function crowd(units: readonly Unit[], gapOf: (at: number) => number): Map<number, Unit[]> {
  const found = new Map<number, Unit[]>()
  for (const unit of units) {
    const known = found.get(gapOf(unit.at))
    if (known) known.push(unit)
    else found.set(gapOf(unit.at), [unit])
  }
  return found
}

function weigh(pairing: Pairing, a: Unit, b: Unit, alone: boolean): Pair | null {
  const sameId = a.blockId === b.blockId
  const inPlace = pairing.isInPlace(a.at, b.at)
  if (!inPlace && !sameId) return null
  const [mine, its] = [pairing.bagOf(a), pairing.bagOf(b)]
  const alike = similarity(mine, its)
  const part =
    inPlace &&
    Math.min(mine.length, its.length) >= 5 &&
    Math.max(containment(mine, its), containment(its, mine)) >= 0.8
  const likeness = Math.max(alike, part ? PART : 0, inPlace ? lettersAlike(a, b) : 0)
  const short = sameId && Math.max(mine.length, its.length) <= 7
  const enough = sameId ? short || alike >= SAME_ID : likeness >= (alone ? ALONE : REWRITTEN)
  return enough ? pairOf(a.at, b.at, likeness, sameId ? 0.25 : 0) : null
}

function pairOf(o: number, n: number, likeness: number, bonus: number): Pair {
  const score = likeness + bonus
  return { o, oLast: o, n, nLast: n, score, likeness, gain: score * score }
}

/** Of a few words with other endings the share of letters that are common at the head and at the tail. */
function lettersAlike({ key: a, words }: Unit, { key: b, words: others }: Unit): number {
  if (Math.max(words.length, others.length) > FEW_WORDS) return 0
  const shorter = Math.min(a.length, b.length)
  let [head, tail] = [0, 0]
  while (head < shorter && a[head] === b[head]) head += 1
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  const share = (head + tail) / Math.max(a.length, b.length, 1)
  return share >= MOST_LETTERS ? share : 0
}
