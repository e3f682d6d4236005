/**
 * Carrying block ids over: a unit that is the same unit in the next version keeps its id, though its text came in a
 * file without ids. An id never passes to a unit with another meaning.
 */
import { uuidv7 } from 'uuidv7'
import { align } from '#app/domain/reviews/anchors/aligning.ts'
import { containersOf } from '#app/domain/reviews/anchors/containers.ts'
import { type AnchorBlock, unitsOf } from '#app/domain/reviews/anchors/units.ts'
import type { DocJson, NodeJson } from '#app/editor/check.ts'
import { blocksOf } from './blocks.ts'

/** The document with the ids of the version before it wherever its units continue that version's. Pure but for new ids. */
export function carryIds(before: readonly AnchorBlock[], doc: DocJson): DocJson {
  const fresh = blocksOf(doc)
  const alignment = align(unitsOf(before), unitsOf(fresh))
  const carried = new Map<string, string>()
  for (const group of new Set(alignment.groupOf)) {
    const [old, now] = group ? [alignment.old[group.pair[0]], alignment.new[group.pair[1]]] : []
    if (old && now) carried.set(now.blockId, old.blockId)
  }
  for (const [old, now] of containersOf(before, fresh, alignment)) carried.set(now, old)
  return renamed(doc, carried, new Set(before.map(({ blockId }) => blockId)))
}

function renamed(doc: DocJson, carried: Map<string, string>, known: Set<string>): DocJson {
  const visit = (node: NodeJson): NodeJson => {
    const content = node.content ? { content: node.content.map(visit) } : {}
    const id = node.attrs?.id
    if (typeof id !== 'string') return { ...node, ...content }
    const own = carried.get(id) ?? (known.has(id) ? uuidv7() : id)
    return { ...node, attrs: { ...node.attrs, id: own }, ...content }
  }
  return visit(doc) as DocJson
}
