/** Words that stand elsewhere: the very same ones have moved, similar ones are candidates and no more. */
import type { Reserved } from './equal-words.ts'
import type { Contested } from './in-place.ts'
import type { Pairing } from './pairing.ts'
import { similarity } from './shingles.ts'
import { candidates, indexOf } from './similar.ts'

const SHORT = 8 // characters: equal words this short prove nothing elsewhere
const ALIKE = 0.5

/** Unique words that nothing in their old place claims have moved; where something might, somebody has to look. */
export function pairElsewhere(pairing: Pairing, reserved: Reserved, contested: Contested): void {
  for (const [o, n] of reserved) {
    if (pairing.groupOf[o] || pairing.taken[n]) continue
    const inPlace = contested.get(o)
    if (inPlace && !pairing.taken[inPlace.at]) {
      pairing.doubt(o, { at: n, score: 1 })
      pairing.doubt(o, inPlace)
    } else if ((pairing.old[o]?.key.length ?? 0) >= SHORT) pairing.pair(o, n, 1, true)
  }
}

/** Similar units elsewhere: somebody has to look. */
export function doubtElsewhere(pairing: Pairing): void {
  const index = indexOf(pairing, pairing.freeNew)
  for (const unit of pairing.freeOld) {
    const alike = candidates(pairing, unit, index)
      .map((other) => ({ at: other.at, score: similarity(pairing.bagOf(unit), pairing.bagOf(other)) }))
      .filter(({ score }) => score >= ALIKE)
      .sort((a, b) => b.score - a.score || a.at - b.at)
    for (const candidate of alike) pairing.doubt(unit.at, candidate)
  }
}

/** An old unit whose words stand in the new version, but as another old unit's: which of the two stayed is a guess. */
export function markDoubles(pairing: Pairing): void {
  const byKey = new Map<string, number[]>()
  for (const unit of pairing.fresh) {
    if (unit.key === '') continue
    const known = byKey.get(unit.key)
    if (!known) byKey.set(unit.key, [unit.at])
    else if (known.length < 3) known.push(unit.at)
  }
  for (const unit of pairing.freeOld)
    for (const at of byKey.get(unit.key) ?? []) pairing.doubt(unit.at, { at, score: 1 })
}
