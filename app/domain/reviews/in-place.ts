/** Pairs of units whose words are similar and that stand in the same place: edited, rewritten, split or merged ones. */
import type { Reserved } from './equal-words.ts'
import type { Pairing } from './pairing.ts'
import { share } from './sharing.ts'
import { containment, similarity, without } from './shingles.ts'
import { candidates, indexOf } from './similar.ts'
import type { Unit } from './units.ts'

const REWRITTEN = 0.2 // up to about two words of three are others
const ALONE = 0.1 // nothing else stands in the place on either side
const SAME_ID = 0.2 // edited in place, the id is evidence too
const MARGIN = 0.05
const OUTRANKS = 0.5 // edited in place rather than moved word by word
const FEW_WORDS = 3 // two words and their pair
const MOST_LETTERS = 0.6
const PART = 0.55 // what a contained unit counts when most of its partner came from or went elsewhere

interface Pair {
  o: number
  n: number
  score: number
  likeness: number
}

export function pairInPlace(pairing: Pairing, reserved: Reserved): void {
  pairing.measure()
  const pairs = similarPairs(pairing, reserved).sort((a, b) => b.score - a.score || a.o - b.o || a.n - b.n)
  const rivals = new Map<number, Pair[]>()
  for (const pair of pairs) {
    const known = rivals.get(pair.o)
    if (known) known.push(pair)
    else rivals.set(pair.o, [pair])
  }
  for (const pair of pairs) {
    const { o, n, likeness } = pair
    if (pairing.groupOf[o] || pairing.taken[n]) continue
    if (rivals.get(o)?.some((other) => areRivals(pairing, other, pair)))
      pairing.doubt(o, { at: n, score: likeness })
    else share(pairing, pairing.pair(o, n, likeness, pairing.gapOfOld(o) !== pairing.gapOfNew(n)))
  }
}

/** As likely a partner for the very same words; two halves of a split paragraph are no rivals. */
function areRivals(pairing: Pairing, other: Pair, chosen: Pair): boolean {
  if (other.n === chosen.n || pairing.taken[other.n] || chosen.score - other.score >= MARGIN) return false
  const [a, b, c] = [pairing.old[chosen.o], pairing.fresh[chosen.n], pairing.fresh[other.n]]
  return (
    a !== undefined && b !== undefined && c !== undefined && containment(c.bag, without(a.bag, b.bag)) < 0.5
  )
}

function similarPairs(pairing: Pairing, reserved: Reserved): Pair[] {
  const free = pairing.freeNew
  const index = indexOf(free)
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
      ...candidates(unit, index, (n) => pairing.isInPlace(unit.at, n)),
    ])
    return [...others].flatMap((other) => {
      const pair = weigh(pairing, unit, other, alone)
      if (!pair) return []
      const contested = reserved.has(unit.at) || wanted.has(other.at)
      return contested && pair.likeness < OUTRANKS && unit.blockId !== other.blockId ? [] : [pair]
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
  const alike = similarity(a.bag, b.bag)
  const part =
    inPlace &&
    Math.min(a.bag.size, b.bag.size) >= 5 &&
    Math.max(containment(a.bag, b.bag), containment(b.bag, a.bag)) >= 0.8
  const likeness = Math.max(alike, part ? PART : 0, inPlace ? lettersAlike(a, b) : 0)
  const short = sameId && Math.max(a.bag.size, b.bag.size) <= 7
  const enough = sameId ? short || alike >= SAME_ID : likeness >= (alone ? ALONE : REWRITTEN)
  return enough ? { o: a.at, n: b.at, score: likeness + (sameId ? 0.25 : 0), likeness } : null
}

/** Of a few words with other endings the share of letters that are common at the head and at the tail. */
function lettersAlike({ key: a, bag }: Unit, { key: b, bag: other }: Unit): number {
  if (Math.max(bag.size, other.size) > FEW_WORDS) return 0
  const shorter = Math.min(a.length, b.length)
  let [head, tail] = [0, 0]
  while (head < shorter && a[head] === b[head]) head += 1
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  const share = (head + tail) / Math.max(a.length, b.length, 1)
  return share >= MOST_LETTERS ? share : 0
}
