/** Resolving: one passage through the alignment of two versions. See anchoring.ts for what it promises. */

import { leadingNumber } from '#app/domain/reviews/texts/numbers.ts'
import type { Alignment, Group } from './aligning.ts'
import { endOf, partOf } from './edges.ts'
import { GroupMap, homesOf } from './mapping.ts'
import { normalise, placeOf } from './normalising.ts'
import { type Piece, type Segment, type Survivors, survivorsOf } from './parts.ts'
import type { Part, Passage, Range, Resolution, ResolutionStatus } from './passages.ts'
import { seatBeside, seated, seatInside } from './seating.ts'
import { type AnchorBlock, isContainer, type Unit } from './units.ts'

const SURVIVED = 0.3 // less than this share of the letters left: the passage is gone
const STRETCH = 3 // a passage that would grow more than so many times stands where most of it is

export class Resolver {
  readonly #maps = new Map<Group, GroupMap>()
  readonly #unitOf: Map<string, Unit>
  readonly #oldOrder: Map<string, number>

  constructor(
    readonly alignment: Alignment,
    readonly containers: Map<string, string>,
    readonly oldBlocks: readonly AnchorBlock[],
    readonly newBlocks: readonly AnchorBlock[],
  ) {
    this.#unitOf = new Map(alignment.old.map((unit) => [unit.blockId, unit]))
    this.#oldOrder = new Map(oldBlocks.map((block, at) => [block.blockId, at]))
  }

  resolve(passage: Passage): Resolution {
    const start = this.#unitOf.get(passage.fromBlockId)
    const end = this.#unitOf.get(passage.toBlockId)
    if (!start || !end) return this.#container(passage.fromBlockId)
    return this.#untouched(passage, start, end) ?? this.#mapped(passage, start, end)
  }

  /** A table or a row: with its majority, or seated where its neighbours are. */
  #container(blockId: string): Resolution {
    const now = this.containers.get(blockId)
    if (now) return { ...seated(now, 0, 'exact'), method: 'alignment', score: 1 }
    const at = this.#oldOrder.get(blockId) ?? 0
    const before = this.oldBlocks.slice(0, at).findLast(({ kind }) => !isContainer(kind))
    return this.#seat(before ? (this.#unitOf.get(before.blockId)?.at ?? 0) : 0, 'deleted')
  }

  /** The same words in one block: the very same offsets. */
  #untouched(passage: Passage, start: Unit, end: Unit): Resolution | null {
    const group = this.alignment.groupOf[start.at]
    const now = group && this.alignment.new[group.pair[1]]
    if (start !== end || !now || group.old.length + group.new.length > 2 || now.text !== start.text)
      return null
    const { fromOffset, toOffset } = passage
    const range = { fromBlockId: now.blockId, fromOffset, toBlockId: now.blockId, toOffset }
    return { status: group.moved ? 'moved' : 'exact', method: 'alignment', score: 1, ...range }
  }

  #mapped(passage: Passage, start: Unit, end: Unit): Resolution {
    const segments = this.alignment.old.slice(start.at, end.at + 1).map(
      (unit): Segment => ({
        unit,
        from: unit === start ? placeOf(unit.norm, passage.fromOffset) : 0,
        to: unit === end ? endOf(unit, passage.toOffset) : unit.norm.text.length,
        group: this.alignment.groupOf[unit.at],
      }),
    )
    const found = survivorsOf(segments, this.alignment.new, (group) => this.#mapOf(group))
    const score = found.letters === 0 ? 0 : found.kept / found.letters
    if (score < SURVIVED) return this.#lost(segments, score)
    return { ...this.#placed(passage, segments, found), score: Number(score.toFixed(3)) }
  }

  /** From the first surviving word to the last; with its parts when words that were never in it stand between them. */
  #placed(passage: Passage, segments: Segment[], { pieces }: Survivors): Omit<Resolution, 'score'> {
    const parts = pieces.map((piece) => partOf(piece, passage, segments))
    const isTorn = pieces.some(
      (piece, at) => at > 0 && hasWordsBetween(this.alignment, pieces[at - 1], piece),
    )
    const shown = isTorn && this.#isStretched(pieces, passage) ? [heaviest(pieces)] : pieces
    const [first, last] = [shown[0], shown.at(-1)]
    const [head, tail] = [parts[pieces.indexOf(first as Piece)], parts[pieces.indexOf(last as Piece)]]
    const range: Range = {
      fromBlockId: head?.blockId ?? '',
      fromOffset: head?.from ?? 0,
      toBlockId: tail?.blockId ?? '',
      toOffset: tail?.to ?? 0,
    }
    const status = isTorn ? 'split' : this.#statusOf(passage, segments, pieces, parts)
    return { ...range, status, method: 'alignment', ...(status === 'split' && { parts }) }
  }

  /** A page shows a passage in one place; what lies far apart is shown where most of it is. */
  #isStretched(pieces: readonly Piece[], { exact }: Passage): boolean {
    const [first, last] = [pieces[0], pieces.at(-1)]
    if (!first || !last) return false
    let length = last.last - first.first
    const most = exact.length * STRETCH + 40
    for (let at = first.unit.at; at < last.unit.at && length <= most; at += 1)
      length += this.alignment.new[at]?.norm.text.length ?? 0
    return length > most
  }

  #statusOf(passage: Passage, segments: Segment[], pieces: Piece[], parts: Part[]): ResolutionStatus {
    const now = pieces.map(({ unit }, at) => unit.text.slice(parts[at]?.from, parts[at]?.to)).join('\n')
    const same = now === passage.exact || keyOf(passage.exact, passage.whole) === keyOf(now, passage.whole)
    const groups = segments.flatMap(({ group }) => group ?? [])
    const one = pieces.length === 1 ? pieces[0]?.unit.at : undefined
    const carriesId = groups.every(({ pair }) => pair[1] === one)
    if (groups.some((group) => homesOf(group).length > 1) && !(same && carriesId)) return 'split'
    const carried = segments.every(({ group, unit }) => group?.pair[0] === unit.at)
    if (groups.some((group) => group.old.length > 1) && !(same && carried)) return 'merged'
    if (!same) return 'edited'
    return groups.some((group) => group.moved) ? 'moved' : 'exact'
  }

  /** Too little is left: inside its block, beside its neighbours, or in one of the places that look alike. */
  #lost(segments: Segment[], share: number): Resolution {
    const [segment] = segments
    if (!segment) return this.#seat(0, 'deleted')
    const { unit, group } = segment
    if (group) return seatInside(segment, this.#mapOf(group), this.alignment, share)
    const candidates = segments.length === 1 ? this.alignment.candidatesOf.get(unit.at) : undefined
    if (!candidates?.length) return this.#seat(unit.at, 'deleted')
    return {
      ...this.#seat(unit.at, 'ambiguous'),
      score: Number(Math.max(...candidates.map(({ score }) => score)).toFixed(3)),
      candidates: candidates.flatMap(({ at, score }) => {
        const other = this.alignment.new[at]
        return other
          ? [{ blockId: other.blockId, from: 0, to: other.text.length, score: Number(score.toFixed(3)) }]
          : []
      }),
    }
  }

  #seat(at: number, status: 'deleted' | 'ambiguous'): Resolution {
    return seatBeside(this.alignment, at, status, this.newBlocks[0]?.blockId ?? '')
  }

  #mapOf(group: Group): GroupMap {
    const known = this.#maps.get(group) ?? new GroupMap(group, this.alignment.old, this.alignment.new)
    this.#maps.set(group, known)
    return known
  }
}

/** Between two pieces stands a unit with words, or the words of one unit stand apart from it. */
function hasWordsBetween({ new: fresh }: Alignment, a: Piece | undefined, b: Piece): boolean {
  if (!a) return false
  return fresh.slice(a.unit.at + 1, b.unit.at).some(({ key }) => key !== '')
}

function heaviest(pieces: readonly Piece[]): Piece {
  return pieces.reduce((a, b) => (b.kept > a.kept ? b : a))
}

function keyOf(text: string, whole: boolean): string {
  const key = normalise(text).text
  return whole ? key.slice(leadingNumber(key)?.length ?? 0) : key
}
