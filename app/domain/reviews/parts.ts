/** Parts of a passage that was split: its surviving words in each new unit. */
import type { Segment } from './edges.ts'
import type { GroupMap } from './mapping.ts'
import type { Part } from './passages.ts'
import type { Unit } from './units.ts'

/** One range a new unit, in reading order, from the first surviving character there to the last. */
export function partsOf(
  segments: readonly Segment[],
  fresh: readonly Unit[],
  mapOf: (group: NonNullable<Segment['group']>) => GroupMap,
): Part[] {
  const edges = new Map<number, [number, number]>()
  for (const { unit, from, to, group } of segments) {
    const map = group && mapOf(group)
    for (let at = from; map && at < to; at += 1) {
      const place = unit.norm.text[at] === ' ' ? null : map.placeOf(unit.at, at)
      if (!place) continue
      const [first, last] = edges.get(place.unit) ?? [place.at, place.at]
      edges.set(place.unit, [Math.min(first, place.at), Math.max(last, place.at)])
    }
  }
  return [...edges]
    .sort(([a], [b]) => a - b)
    .flatMap(([at, [first, last]]) => {
      const unit = fresh[at]
      return unit
        ? [{ blockId: unit.blockId, from: unit.norm.begins[first] ?? 0, to: unit.norm.ends[last] ?? 0 }]
        : []
    })
}
