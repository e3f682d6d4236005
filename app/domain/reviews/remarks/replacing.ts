/** Replacing: a proposal's wording must be applicable to its passage when it is made, not first when it is accepted. */
import type { Evidence } from '#app/domain/reviews/anchors/passages.ts'
import { type AnchorBlock, isContainer } from '#app/domain/reviews/anchors/units.ts'

export type ReplacementFault = 'replacement-one-block' | 'replacement-same'

/** The words of the block with the passage replaced, or why that cannot be done. Pure. */
export function applyReplacement(
  blocks: readonly AnchorBlock[],
  passage: Evidence,
  replacement: string,
): { text: string } | ReplacementFault {
  const block = blocks.find(({ blockId }) => blockId === passage.fromBlockId)
  if (!block || passage.toBlockId !== passage.fromBlockId || isContainer(block.kind))
    return 'replacement-one-block'
  if (block.text.slice(passage.fromOffset, passage.toOffset) !== passage.exact) return 'replacement-one-block'
  if (replacement === passage.exact) return 'replacement-same'
  return { text: block.text.slice(0, passage.fromOffset) + replacement + block.text.slice(passage.toOffset) }
}
