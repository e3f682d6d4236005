/** Edges of a passage in its new place: between words where they stood between words. */
import type { Group } from './aligning.ts'
import type { Place } from './mapping.ts'
import { placeOf } from './normalising.ts'
import type { Unit } from './units.ts'

/** The part of a passage in one old unit: a range of its normalised characters. */
export type Segment = { unit: Unit; from: number; to: number; group: Group | undefined }

/** The place after the last normalised character that begins before the offset. */
export function endOf(unit: Unit, offset: number): number {
  let at = placeOf(unit.norm, offset)
  while (at < unit.norm.text.length && (unit.norm.begins[at] ?? 0) < offset) at += 1
  return at
}

const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)

/** Edges that stood between words stand between words again, though the word at the edge was changed. */
export function wordEdges(
  segments: Segment[],
  first: Place,
  last: Place,
  from: Unit,
  to: Unit,
): { from: number; to: number } {
  const [head, tail] = [segments[0], segments.at(-1)]
  let [begin, end] = [first.at, last.at]
  if (head && !isLetter(head.unit.norm.text[head.from - 1]))
    while (isLetter(from.norm.text[begin - 1]) && isLetter(from.norm.text[begin])) begin -= 1
  if (tail && !isLetter(tail.unit.norm.text[tail.to]))
    while (isLetter(to.norm.text[end + 1]) && isLetter(to.norm.text[end])) end += 1
  return { from: from.norm.begins[begin] ?? 0, to: to.norm.ends[end] ?? to.text.length }
}

/** A whole block stays whole; merged into another one it is its own words there. */
export function wholeEdges(
  segments: Segment[],
  first: Place,
  last: Place,
  from: Unit,
  to: Unit,
): { from: number; to: number } {
  const merged = segments.some(({ group }) => (group?.old.length ?? 1) > 1)
  return merged ? wordEdges(segments, first, last, from, to) : { from: 0, to: to.text.length }
}
