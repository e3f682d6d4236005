/** Resolving: one passage through the alignment of two versions. See anchoring.ts for what it promises. */
import type { Alignment, Group } from './aligning.ts'
import { endOf, type Segment, wholeEdges, wordEdges } from './edges.ts'
import { GroupMap, isBefore, type Place } from './mapping.ts'
import { normalise, placeOf } from './normalising.ts'
import { leadingNumber } from './numbers.ts'
import { partsOf } from './parts.ts'
import type { Passage, Range, Resolution, ResolutionStatus } from './passages.ts'
import { type AnchorBlock, isContainer, type Unit } from './units.ts'

const SURVIVED = 0.3 // less than this share of the letters left: the passage is gone
const STRETCH = 3 // a passage that would grow more than so many times is not that passage any more

type Survivors = { segment: Segment; first: Place | null; last: Place | null; kept: number; letters: number }

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
    if (start !== end || !group || !now || group.old.length + group.new.length > 2 || now.text !== start.text)
      return null
    const { fromOffset, toOffset } = passage
    const status = group.moved ? 'moved' : 'exact'
    return {
      status,
      method: 'alignment',
      score: 1,
      fromBlockId: now.blockId,
      fromOffset,
      toBlockId: now.blockId,
      toOffset,
    }
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
    const found = segments.map((segment) => this.#survivors(segment))
    const letters = found.reduce((sum, part) => sum + part.letters, 0)
    const kept = found.reduce((sum, part) => sum + part.kept, 0)
    const share = letters === 0 ? 0 : kept / letters
    if (share < SURVIVED) return this.#lost(found, share)
    const hull = this.#hull(
      found.filter((part) => part.first !== null),
      passage,
      segments,
    )
    if (!hull) return this.#lost(found, share)
    const parts =
      hull.status === 'split' && partsOf(segments, this.alignment.new, (group) => this.#mapOf(group))
    return { ...hull, score: Number(share.toFixed(3)), ...(parts && { parts }) }
  }

  #survivors(segment: Segment): Survivors {
    const { unit, from, to, group } = segment
    const result: Survivors = { segment, first: null, last: null, kept: 0, letters: 0 }
    const map = group && this.#mapOf(group)
    for (let at = from; at < to; at += 1) {
      if (unit.norm.text[at] === ' ') continue
      result.letters += 1
      const place = map?.placeOf(unit.at, at) ?? null
      if (!place) continue
      result.kept += 1
      result.first ??= place
      result.last = place
    }
    return result
  }

  /** From the first surviving character to the last; null when that is no passage any more. */
  #hull(found: Survivors[], passage: Passage, segments: Segment[]): Omit<Resolution, 'score'> | null {
    let [first, last] = [found[0]?.first ?? null, found.at(-1)?.last ?? null]
    if (first && last && this.#isTorn(first, last, passage)) {
      // Its paragraphs went different ways: the place is where most of the words are.
      const best = found.reduce((a, b) => (b.kept > a.kept ? b : a))
      ;[first, last] = [best.first, best.last]
      if (first && last && this.#isTorn(first, last, passage)) return null
    }
    const [from, to] = first && last ? [this.alignment.new[first.unit], this.alignment.new[last.unit]] : []
    if (!first || !last || !from || !to) return null
    const moving = passage.whole
      ? wholeEdges(segments, first, last, from, to)
      : wordEdges(segments, first, last, from, to)
    const edges = {
      from: this.#isSame(segments[0], from) ? passage.fromOffset : moving.from,
      to: this.#isSame(segments.at(-1), to) ? passage.toOffset : moving.to,
    }
    const range: Range = {
      fromBlockId: from.blockId,
      fromOffset: edges.from,
      toBlockId: to.blockId,
      toOffset: edges.to,
    }
    const now = this.#textOf(first.unit, last.unit, range)
    return { ...range, status: this.#statusOf(passage, now, found, from, to), method: 'alignment' }
  }

  /** The end stands before the beginning, or too much that was never in the passage stands between them. */
  #isTorn(first: Place, last: Place, { exact, whole }: Passage): boolean {
    if (isBefore(last, first)) return true
    if (whole && first.unit === last.unit) return false
    let length = last.at - first.at
    for (let at = first.unit; at < last.unit && length <= exact.length * STRETCH + 40; at += 1)
      length += this.alignment.new[at]?.norm.text.length ?? 0
    return length > exact.length * STRETCH + 40
  }

  /** The unit is the segment's own, unchanged to the letter: spaces at the edge of the passage stay in it. */
  #isSame(segment: Segment | undefined, now: Unit): boolean {
    const { old, pair, new: fresh } = segment?.group ?? { old: [], new: [], pair: [-1, -1] }
    return old.length + fresh.length === 2 && pair[1] === now.at && segment?.unit.text === now.text
  }

  #statusOf(passage: Passage, now: string, found: Survivors[], from: Unit, to: Unit): ResolutionStatus {
    const same = keyOf(passage.exact, passage.whole) === keyOf(now, passage.whole)
    const groups = found.flatMap(({ segment }) => segment.group ?? [])
    const carried = found.every(({ segment }) => segment.group?.pair[0] === segment.unit.at)
    if (groups.some((group) => group.new.length > 1) && !(same && carriesId(groups, from, to))) return 'split'
    if (groups.some((group) => group.old.length > 1) && !(same && carried)) return 'merged'
    if (!same) return 'edited'
    return groups.some((group) => group.moved) ? 'moved' : 'exact'
  }

  #lost(found: Survivors[], share: number): Resolution {
    const unit = found[0]?.segment.unit
    const candidates = found.length === 1 && unit ? this.alignment.candidatesOf.get(unit.at) : undefined
    const group = found[0]?.segment.group
    if (unit && group) return this.#seatInside(found[0]?.segment as Segment, group, share)
    const seat = this.#seat(unit?.at ?? 0, candidates?.length ? 'ambiguous' : 'deleted')
    if (!candidates?.length) return seat
    return {
      ...seat,
      score: Math.max(...candidates.map(({ score }) => score)),
      candidates: candidates.flatMap(({ at, score }) => {
        const other = this.alignment.new[at]
        return other
          ? [{ blockId: other.blockId, from: 0, to: other.text.length, score: Number(score.toFixed(3)) }]
          : []
      }),
    }
  }

  /** The words are gone but their block stayed: the seat is where they stood. */
  #seatInside({ unit, from }: Segment, group: Group, share: number): Resolution {
    const place = this.#mapOf(group).seatOf(unit.at, from)
    const now = this.alignment.new[place.unit]
    const offset = now ? (now.norm.ends[place.at] ?? 0) : 0
    const blockId = now?.blockId ?? ''
    return {
      status: 'deleted',
      method: 'seat',
      score: Number(share.toFixed(3)),
      fromBlockId: blockId,
      fromOffset: offset,
      toBlockId: blockId,
      toOffset: offset,
    }
  }

  /** The nearest old neighbour that survived: the end of one before, or the beginning of one after. */
  #seat(at: number, status: 'deleted' | 'ambiguous'): Resolution {
    const { old, new: fresh, groupOf } = this.alignment
    for (let distance = 0; distance <= old.length; distance += 1) {
      for (const [neighbour, after] of [
        [at - distance, false],
        [at + distance, true],
      ] as const) {
        const group = groupOf[neighbour]
        const now = group && fresh[(after ? group.new[0] : group.new.at(-1)) ?? 0]
        if (now) return seated(now.blockId, after ? 0 : now.text.length, status)
      }
    }
    return seated(fresh[0]?.blockId ?? this.newBlocks[0]?.blockId ?? '', 0, status)
  }

  #mapOf(group: Group): GroupMap {
    const known = this.#maps.get(group) ?? new GroupMap(group, this.alignment.old, this.alignment.new)
    this.#maps.set(group, known)
    return known
  }

  #textOf(first: number, last: number, { fromOffset, toOffset }: Range): string {
    const units = this.alignment.new.slice(first, last + 1)
    return units
      .map(({ text }, i) =>
        text.slice(i === 0 ? fromOffset : 0, i === units.length - 1 ? toOffset : text.length),
      )
      .join('\n')
  }
}

function seated(blockId: string, offset: number, status: 'exact' | 'deleted' | 'ambiguous'): Resolution {
  return {
    status,
    method: 'seat',
    score: 0,
    fromBlockId: blockId,
    fromOffset: offset,
    toBlockId: blockId,
    toOffset: offset,
  }
}

function carriesId(groups: Group[], from: Unit, to: Unit): boolean {
  return from === to && groups.every((group) => group.pair[1] === from.at)
}

function keyOf(text: string, whole: boolean): string {
  const key = normalise(text).text
  return whole ? key.slice(leadingNumber(key)?.length ?? 0) : key
}
