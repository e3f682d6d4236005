/** Sharing: leftovers near a pair whose words the pair leaves unexplained: parts of a split, sources of a merge. */
import type { Group } from './aligning.ts'
import type { Pairing } from './pairing.ts'
import { type Bag, containment, without } from './shingles.ts'
import type { Unit } from './units.ts'

const EXPLAINED = 0.7 // share of a leftover that a partner's words explain
const REACH = 3 // units: something may have been put between two halves
const FEWEST = 3 // two words and their pair

/** Takes the leftovers into the group. */
export function share(pairing: Pairing, group: Group): void {
  const [o, n] = group.pair
  const [a, b] = [pairing.old[o], pairing.fresh[n]]
  if (!a || !b || a.key === b.key) return
  take(
    pairing.fresh,
    n,
    without(a.bag, b.bag),
    (at) => !pairing.taken[at],
    (at) => {
      pairing.taken[at] = group
      group.new.push(at)
    },
  )
  take(
    pairing.old,
    o,
    without(b.bag, a.bag),
    (at) => !pairing.groupOf[at],
    (at) => {
      pairing.groupOf[at] = group
      pairing.candidatesOf.delete(at)
      group.old.push(at)
    },
  )
  group.old.sort((x, y) => x - y)
  group.new.sort((x, y) => x - y)
}

function take(
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
      if (!isFree(at) || unit.bag.size < FEWEST || containment(unit.bag, rest) < EXPLAINED) continue
      found(at)
      rest = without(rest, unit.bag)
      steps = -1
    }
  }
}
