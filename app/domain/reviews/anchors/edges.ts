/** Edges of a passage in its new place: between words where they stood between words. */
import { placeOf } from './normalising.ts'
import type { Piece, Segment } from './parts.ts'
import type { Part, Passage } from './passages.ts'
import type { Unit } from './units.ts'

/** The place after the last normalised character that begins before the offset. */
export function endOf(unit: Unit, offset: number): number {
  let at = placeOf(unit.norm, offset)
  while (at < unit.norm.text.length && (unit.norm.begins[at] ?? 0) < offset) at += 1
  return at
}

const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)

/** A piece with its edges: of a whole block the whole, of a word the word, unless the passage began or ended inside one. */
export function partOf(piece: Piece, passage: Passage, segments: readonly Segment[]): Part {
  const { unit, head, tail } = piece
  const { blockId, norm, text } = unit
  if (passage.whole && isCovered(piece, segments)) return { blockId, from: 0, to: text.length }
  const own = isUntouched(piece)
  return {
    blockId,
    from: own && head === segments[0] ? passage.fromOffset : (norm.begins[beginOf(piece, segments)] ?? 0),
    to:
      own && tail === segments.at(-1)
        ? passage.toOffset
        : (norm.ends[lastOf(piece, segments)] ?? text.length),
  }
}

/** Edges that stood between words stand between words again, though the word at the edge was changed. */
function beginOf({ unit, head, first }: Piece, segments: readonly Segment[]): number {
  const isInside = head === segments[0] && isLetter(head.unit.norm.text[head.from - 1])
  let at = first
  if (!isInside) while (isLetter(unit.norm.text[at - 1]) && isLetter(unit.norm.text[at])) at -= 1
  return at
}

function lastOf({ unit, tail, last }: Piece, segments: readonly Segment[]): number {
  const isInside = tail === segments.at(-1) && isLetter(tail.unit.norm.text[tail.to])
  let at = last
  if (!isInside) while (isLetter(unit.norm.text[at + 1]) && isLetter(unit.norm.text[at])) at += 1
  return at
}

/** Nothing but units of the passage went into this one. */
function isCovered({ unit, head, tail }: Piece, segments: readonly Segment[]): boolean {
  const olds = new Set(segments.map(({ unit }) => unit.at))
  return [head, tail].every(
    ({ group }) => group?.old.every((at) => olds.has(at)) && !group.shared.includes(unit.at),
  )
}

/** The unit is the segment's own, unchanged to the letter: spaces at the edge of the passage stay in it. */
function isUntouched({ unit, head, tail }: Piece): boolean {
  const { group } = head
  return (
    head === tail &&
    group !== undefined &&
    group.old.length + group.new.length === 2 &&
    group.pair[1] === unit.at &&
    head.unit.text === unit.text
  )
}
