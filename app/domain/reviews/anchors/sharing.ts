/** Sharing: leftovers near a pair whose words the pair leaves unexplained: parts of a split, sources of a merge. */
import type { Group } from './aligning.ts'
import type { Pairing } from './pairing.ts'
import { type Bag, containment, together, without } from './shingles.ts'
import type { Unit } from './units.ts'

const EXPLAINED = 0.7 // share of a leftover that a partner's words explain
const REACH = 3 // units: something may have been put between two halves
const LEFT = 0.15 // share of a unit that must be missing to be looked for
const FEWEST = 3 // two words and their pair

/** Takes the leftovers into the group. */
export function share(pairing: Pairing, group: Group): void {
  const [o, n] = group.pair
  if (pairing.old[o]?.key === pairing.fresh[n]?.key) return
  const [mine, its] = [bagOfAll(pairing, pairing.old, group.old), bagOfAll(pairing, pairing.fresh, group.new)]
  take(
    pairing,
    pairing.fresh,
    n,
    without(mine, its),
    (at) => !pairing.taken[at],
    (at) => pairing.joinNew(group, at),
  )
  take(
    pairing,
    pairing.old,
    o,
    without(its, mine),
    (at) => !pairing.groupOf[at],
    (at) => pairing.joinOld(group, at),
  )
}

/** The rest of a split unit that was glued to the unit beside it: both groups hold words in that one. */
export function shareAcross(pairing: Pairing): void {
  for (const unit of pairing.old) {
    const group = pairing.groupOf[unit.at]
    if (!group || group.old.length > 1 || pairing.fresh[group.pair[1]]?.key === unit.key) continue
    const rest = without(pairing.bagOf(unit), bagOfAll(pairing, pairing.fresh, group.new))
    if (rest.length < FEWEST || rest.size < pairing.bagOf(unit).size * LEFT) continue
    for (const by of [1, -1]) {
      const n = (by > 0 ? Math.max(...group.new) : Math.min(...group.new)) + by
      const [beside, other] = [pairing.fresh[n], pairing.taken[n]]
      if (!beside || !other || other.pair[0] !== unit.at + by) continue
      const foreign = without(pairing.bagOf(beside), bagOfAll(pairing, pairing.old, other.old))
      if (containment(rest, foreign) < EXPLAINED) continue
      group.shared.push(n)
      other.shared.push(n)
      break
    }
  }
}

function bagOfAll(pairing: Pairing, units: readonly Unit[], places: readonly number[]): Bag {
  return places
    .flatMap((at) => units[at] ?? [])
    .map((unit) => pairing.bagOf(unit))
    .reduce(together)
}

function take(
  pairing: Pairing,
  units: readonly Unit[],
  from: number,
  unexplained: Bag,
  isFree: (at: number) => boolean,
  found: (at: number) => void,
): void {
  let rest = unexplained
  for (const by of [1, -1]) {
    for (let at = from + by, steps = 0; steps < REACH && rest.size > 0; at += by, steps += 1) {
      const unit = units[at]
      if (!unit) break
      if (!isFree(at)) continue
      const bag = pairing.bagOf(unit)
      if (bag.length < FEWEST || containment(bag, rest) < EXPLAINED) continue
      found(at)
      rest = without(rest, bag)
      steps = -1
    }
  }
}
