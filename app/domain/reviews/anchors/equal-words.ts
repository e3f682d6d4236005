/** Pairs of units whose words are the same: by id, by being unique, by standing between the same pairs in the same order. */
import { diffArrays } from 'diff'
import { longestChain } from './chain.ts'
import type { Pairing } from './pairing.ts'
import type { Unit } from './units.ts'

/** Unique words off the chain, from the old unit to the new one: moved, unless something stands in the old place. */
export type Reserved = Map<number, number>

const NEAR = 3 // units apart in which a neighbour confirms a moved passage
const MAX_EDITS = 2000

export function pairEqualIds(pairing: Pairing): void {
  const byId = new Map(pairing.fresh.map((unit) => [unit.blockId, unit]))
  for (const unit of pairing.old) {
    const same = byId.get(unit.blockId)
    if (same && same.key === unit.key) pairing.pair(unit.at, same.at, 1)
  }
}

/** Words unique on both sides: on the chain they are fixed, in a moved run they have moved, alone they are reserved. */
export function pairUniqueWords(pairing: Pairing): Reserved {
  const olds = uniqueKeys(pairing.freeOld)
  const news = uniqueKeys(pairing.freeNew)
  const found = pairing.groupOf.flatMap((group) =>
    group ? [{ o: group.pair[0], n: group.pair[1], group }] : [],
  )
  const equal = [...olds].flatMap(([key, unit]) => {
    const same = news.get(key)
    return unit && same ? [{ o: unit.at, n: same.at, group: undefined }] : []
  })
  const pairs = [...found, ...equal].sort((a, b) => a.o - b.o)
  const chain = longestChain(pairs.map(({ n }) => n))
  const reserved: Reserved = new Map()
  pairs.forEach(({ o, n, group }, at) => {
    if (group) group.moved = !chain.has(at)
    else if (chain.has(at)) pairing.pair(o, n, 1)
    else if (isRun(pairs, at, -1) || isRun(pairs, at, 1)) pairing.pair(o, n, 1, true)
    else reserved.set(o, n)
  })
  return reserved
}

/** The pair beside it went the same way: a passage of several units has moved, no copy of one was made. */
function isRun(pairs: readonly { o: number; n: number }[], at: number, by: 1 | -1): boolean {
  const [here, beside] = [pairs[at], pairs[at + by]]
  if (!here || !beside) return false
  const [before, now] = [(beside.o - here.o) * by, (beside.n - here.n) * by]
  return before <= NEAR && now > 0 && now <= NEAR
}

/** Equal words right after, then right before, an aligned pair: settles repeated cells and formulas. */
export function spreadFromNeighbours(pairing: Pairing): void {
  const { old, fresh, groupOf, taken } = pairing
  const step = (o: number, by: 1 | -1) => {
    const group = groupOf[o]
    if (!group) return
    const [a, b] = [old[o + by], fresh[group.pair[1] + by]]
    if (a && b && !groupOf[a.at] && !taken[b.at] && a.key === b.key) pairing.pair(a.at, b.at, 1, group.moved)
  }
  for (let o = 0; o < old.length; o += 1) step(o, 1)
  for (let o = old.length - 1; o >= 0; o -= 1) step(o, -1)
}

/** Words that stand as often in both sides of a gap between unmoved pairs, as many as keep their order. */
export function pairEqualInGaps(pairing: Pairing): void {
  pairing.measure()
  const olds = groupedBy(pairing.freeOld, ({ at }) => pairing.gapOfOld(at))
  const news = groupedBy(pairing.freeNew, ({ at }) => pairing.gapOfNew(at))
  for (const [gap, before] of olds) {
    const [left, right] = asOften(before, news.get(gap) ?? [])
    if (left.length > 0) pairInOrder(pairing, left, right)
  }
}

/** The units whose words stand as often on the one side as on the other: which of them is missing is no question. */
function asOften(before: readonly Unit[], after: readonly Unit[]): [Unit[], Unit[]] {
  const [olds, news] = [groupedBy(before, ({ key }) => key), groupedBy(after, ({ key }) => key)]
  const settled = ({ key }: Unit) => olds.get(key)?.length === news.get(key)?.length
  return [before.filter(settled), after.filter(settled)]
}

function pairInOrder(pairing: Pairing, before: readonly Unit[], after: readonly Unit[]): void {
  const keysOf = (units: readonly Unit[]) => units.map(({ key }) => key)
  let [i, j] = [0, 0]
  for (const { added, removed, value } of diffArrays(keysOf(before), keysOf(after), {
    maxEditLength: MAX_EDITS,
  }) ?? [])
    for (const _ of value) {
      const [a, b] = [before[i], after[j]]
      if (!added && !removed && a && b) pairing.pair(a.at, b.at, 1)
      if (!added) i += 1
      if (!removed) j += 1
    }
}

/** Units by their words; null for words that stand more than once. */
export function uniqueKeys(units: readonly Unit[]): Map<string, Unit | null> {
  const found = new Map<string, Unit | null>()
  for (const unit of units) if (unit.key !== '') found.set(unit.key, found.has(unit.key) ? null : unit)
  return found
}

function groupedBy<K>(units: readonly Unit[], of: (unit: Unit) => K): Map<K, Unit[]> {
  const groups = new Map<K, Unit[]>()
  for (const unit of units) {
    const group = groups.get(of(unit))
    if (group) group.push(unit)
    else groups.set(of(unit), [unit])
  }
  return groups
}
