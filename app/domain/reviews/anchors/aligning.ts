/**
 * Aligning: which unit of the new version is which unit of the old one.
 *
 * Method: equal ids with equal words, and words that are unique in both → the longest monotone chain of them → equal
 * words between fixed pairs, in their order → similar words in their place: the heaviest monotone chain of pairs, halves
 * and wholes (split and merge), the surest first → leftovers that a partner's words explain → equal words elsewhere
 * (moved). What stands in its place, edited, outranks equal words elsewhere; where it is less than sure, it is a doubt.
 * A unit that merely looks alike elsewhere is a candidate, never a partner.
 */
import { doubtElsewhere, markDoubles, pairElsewhere } from './elsewhere.ts'
import { pairEqualIds, pairEqualInGaps, pairUniqueWords, spreadFromNeighbours } from './equal-words.ts'
import { pairInPlace } from './in-place.ts'
import { Pairing } from './pairing.ts'
import { shareAcross } from './sharing.ts'
import type { Unit } from './units.ts'

/** Old units and the new units that hold their words, by place; one to one unless something was split or merged. */
export interface Group {
  old: number[]
  new: number[]
  /** the pair that carries the block id */
  pair: [number, number]
  moved: boolean
  score: number
  /** new units, its own or a neighbour's, that hold words of both */
  shared: number[]
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

/** Pure; nearly linear in the number of units. */
export function align(oldUnits: Unit[], newUnits: Unit[]): Alignment {
  const pairing = new Pairing(oldUnits, newUnits)
  pairEqualIds(pairing)
  const reserved = pairUniqueWords(pairing)
  spreadFromNeighbours(pairing)
  pairEqualInGaps(pairing)
  const contested = pairInPlace(pairing, reserved)
  pairElsewhere(pairing, reserved, contested)
  shareAcross(pairing)
  doubtElsewhere(pairing)
  markDoubles(pairing)
  return { old: oldUnits, new: newUnits, groupOf: pairing.groupOf, candidatesOf: pairing.candidatesOf }
}
