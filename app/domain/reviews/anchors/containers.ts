/** Tables and rows have no words: they follow the majority of the units inside them, or their own id. */
import type { Alignment } from './aligning.ts'
import { type AnchorBlock, isContainer } from './units.ts'

/** Old container id → the new container that holds most of its units. */
export function containersOf(
  oldBlocks: readonly AnchorBlock[],
  newBlocks: readonly AnchorBlock[],
  alignment: Alignment,
): Map<string, string> {
  const [olds, news] = [ancestorsOf(oldBlocks), ancestorsOf(newBlocks)]
  const votes = new Map<string, Map<string, number>>()
  for (const unit of alignment.old) {
    const group = alignment.groupOf[unit.at]
    const partner = group && alignment.new[group.pair[1]]
    if (!partner) continue
    for (const [kind, id] of olds.get(unit.blockId) ?? []) {
      const now = news.get(partner.blockId)?.get(kind)
      if (!now) continue
      const of = votes.get(id) ?? new Map<string, number>()
      votes.set(id, of.set(now, (of.get(now) ?? 0) + 1))
    }
  }
  return elect(votes, oldBlocks, newBlocks)
}

function elect(
  votes: Map<string, Map<string, number>>,
  oldBlocks: readonly AnchorBlock[],
  newBlocks: readonly AnchorBlock[],
) {
  const ids = new Set(newBlocks.filter(({ kind }) => isContainer(kind)).map(({ blockId }) => blockId))
  const elected = new Map<string, string>()
  const used = new Set<string>()
  for (const { blockId, kind } of oldBlocks) {
    if (!isContainer(kind)) continue
    const ranked = [...(votes.get(blockId) ?? [])].sort(
      ([a, m], [b, n]) => n - m || Number(b === blockId) - Number(a === blockId),
    )
    const winner =
      ranked.find(([id]) => !used.has(id))?.[0] ??
      (ids.has(blockId) && !used.has(blockId) ? blockId : undefined)
    if (winner === undefined) continue
    elected.set(blockId, winner)
    used.add(winner)
  }
  return elected
}

/** Of each unit inside a table: its nearest row and table. */
function ancestorsOf(blocks: readonly AnchorBlock[]): Map<string, Map<string, string>> {
  const byId = new Map(blocks.map((block) => [block.blockId, block]))
  const found = new Map<string, Map<string, string>>()
  for (const block of blocks) {
    if (isContainer(block.kind)) continue
    const containers = new Map<string, string>()
    for (let id = block.parentId, steps = 0; id !== null && steps < 32; steps += 1) {
      const above = byId.get(id)
      if (above && isContainer(above.kind) && !containers.has(above.kind))
        containers.set(above.kind, above.blockId)
      id = above?.parentId ?? null
    }
    found.set(block.blockId, containers)
  }
  return found
}
