/** Parts of a passage: where its surviving characters stand, one piece a new unit. */
import type { Group } from './aligning.ts'
import type { GroupMap } from './mapping.ts'
import type { Unit } from './units.ts'

/** The part of a passage in one old unit: a range of its normalised characters. */
export interface Segment {
  unit: Unit
  from: number
  to: number
  group: Group | undefined
}

/** What survived in one new unit: its first and its last character, and of which segments they were. */
export interface Piece {
  unit: Unit
  first: number
  last: number
  kept: number
  head: Segment
  tail: Segment
}

export interface Survivors {
  letters: number
  kept: number
  /** in reading order of the new version */
  pieces: Piece[]
}

const TRACE = 0.05 // less of the passage than this, and of its own unit's part of it, is chance

export function survivorsOf(
  segments: readonly Segment[],
  fresh: readonly Unit[],
  mapOf: (group: Group) => GroupMap,
): Survivors {
  const pieces = new Map<number, Piece>()
  let [letters, kept] = [0, 0]
  for (const segment of segments) {
    const { unit, from, to, group } = segment
    const map = group && mapOf(group)
    for (let at = from; at < to; at += 1) {
      if (unit.norm.text[at] === ' ') continue
      letters += 1
      const place = map?.placeOf(unit.at, at)
      if (!place) continue
      kept += 1
      const now = fresh[place.unit]
      const piece = pieces.get(place.unit)
      if (piece) grow(piece, place.at, segment)
      else if (now)
        pieces.set(place.unit, {
          unit: now,
          first: place.at,
          last: place.at,
          kept: 1,
          head: segment,
          tail: segment,
        })
    }
  }
  const ordered = [...pieces.values()].sort((a, b) => a.unit.at - b.unit.at)
  return { letters, kept, pieces: ordered.filter((piece) => !isTrace(piece, kept)) }
}

function isTrace({ kept, head, tail }: Piece, all: number): boolean {
  return kept < all * TRACE && [head, tail].every(({ from, to }) => kept < (to - from) / 2)
}

function grow(piece: Piece, at: number, segment: Segment): void {
  piece.kept += 1
  if (at < piece.first) {
    piece.first = at
    piece.head = segment
  }
  if (at > piece.last) {
    piece.last = at
    piece.tail = segment
  }
}
