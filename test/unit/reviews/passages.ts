/** Passages in generated versions, and the words that stand at a place. */
import fc from 'fast-check'
import { anchorOf, type Evidence } from '#app/domain/reviews/anchors/anchoring.ts'
import type { AnchorBlock } from '#app/domain/reviews/anchors/units.ts'

export function evidence(
  blocks: AnchorBlock[],
  from: number,
  fromOffset: number,
  to: number,
  toOffset: number,
): Evidence {
  const anchor = anchorOf(blocks, {
    fromBlockId: blocks[from]?.blockId ?? '',
    fromOffset,
    toBlockId: blocks[to]?.blockId ?? '',
    toOffset,
  })
  if (typeof anchor === 'string') throw new RangeError(anchor)
  return anchor
}

/** Evidence of some words of a block. */
export function quote(blocks: AnchorBlock[], at: number, words: string): Evidence {
  const begin = blocks[at]?.text.indexOf(words) ?? -1
  return evidence(blocks, at, begin, at, begin + words.length)
}

export function wordsAt(
  blocks: readonly AnchorBlock[],
  place: { fromBlockId: string; fromOffset: number; toBlockId: string; toOffset: number },
): string {
  const from = blocks.findIndex(({ blockId }) => blockId === place.fromBlockId)
  const to = blocks.findIndex(({ blockId }) => blockId === place.toBlockId)
  return blocks
    .slice(from, to + 1)
    .map(({ text }, i, all) =>
      text.slice(i === 0 ? place.fromOffset : 0, i === all.length - 1 ? place.toOffset : undefined),
    )
    .join('\n')
}

/** Passages of a word to two blocks, anywhere in the text. */
export function passages(blocks: AnchorBlock[], seeds: [number, number, number][]): Evidence[] {
  return seeds.flatMap(([a, b, c]) => {
    const at = a % blocks.length
    const text = blocks[at]?.text ?? ''
    const begin = b % text.length
    const to = c % 5 === 0 && at + 1 < blocks.length ? at + 1 : at
    const end =
      to === at ? Math.min(text.length, begin + 1 + (c % 80)) : (c % (blocks[to]?.text.length ?? 1)) + 1
    const anchor = anchorOf(blocks, {
      fromBlockId: blocks[at]?.blockId ?? '',
      fromOffset: begin,
      toBlockId: blocks[to]?.blockId ?? '',
      toOffset: end,
    })
    return typeof anchor === 'string' ? [] : [anchor]
  })
}
export const seeds = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), {
  minLength: 1,
  maxLength: 12,
}) as fc.Arbitrary<[number, number, number][]>
