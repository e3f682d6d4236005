/** Seats: a passage whose words are gone stays beside what stood nearest to it. */
import type { Alignment, Group } from './aligning.ts'
import type { GroupMap } from './mapping.ts'
import type { Segment } from './parts.ts'
import type { Resolution } from './passages.ts'

/** A resolution without width. */
export function seated(
  blockId: string,
  offset: number,
  status: 'exact' | 'deleted' | 'ambiguous',
): Resolution {
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

/** The words are gone but their block stayed: the seat is where they stood. */
export function seatInside(
  { unit, from }: Segment,
  map: GroupMap,
  { new: fresh }: Alignment,
  share: number,
): Resolution {
  const place = map.seatOf(unit.at, from)
  const now = fresh[place.unit]
  const seat = seated(now?.blockId ?? '', now?.norm.ends[place.at] ?? 0, 'deleted')
  return { ...seat, score: Number(share.toFixed(3)) }
}

/** The nearest old neighbour that survived: the end of one before, or the beginning of one after; `otherwise` without any. */
export function seatBeside(
  { old, new: fresh, groupOf }: Alignment,
  at: number,
  status: 'deleted' | 'ambiguous',
  otherwise: string,
): Resolution {
  for (let distance = 0; distance <= old.length; distance += 1) {
    for (const [neighbour, after] of [
      [at - distance, false],
      [at + distance, true],
    ] as const) {
      const now = neighbourOf(groupOf[neighbour], after)
      const unit = now === undefined ? undefined : fresh[now]
      if (unit) return seated(unit.blockId, after ? 0 : unit.text.length, status)
    }
  }
  return seated(fresh[0]?.blockId ?? otherwise, 0, status)
}

function neighbourOf(group: Group | undefined, after: boolean): number | undefined {
  return after ? group?.new[0] : group?.new.at(-1)
}
