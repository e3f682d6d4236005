/** Units: the blocks of one version prepared for alignment. */

import { type Normalised, normalise } from './normalising.ts'
import { leadingNumber } from './numbers.ts'
import { type Bag, bagOf } from './shingles.ts'

/** What alignment and anchors need to know of a block. */
export interface AnchorBlock {
  blockId: string
  parentId: string | null
  kind: string
  text: string
  address: string
}

export interface Unit {
  blockId: string
  /** place among the units with words */
  at: number
  text: string
  norm: Normalised
  /** normalised words without a printed number: what renumbering leaves as it is */
  key: string
  bag: Bag
}

/** The blocks with words, in reading order, normalised. */
export function unitsOf(blocks: readonly AnchorBlock[]): Unit[] {
  return blocks
    .filter(({ kind }) => !isContainer(kind))
    .map(({ blockId, text }, at) => {
      const norm = normalise(text)
      const key = norm.text.slice(leadingNumber(norm.text)?.length ?? 0)
      return { blockId, at, text, norm, key, bag: bagOf(key) }
    })
}

/** Tables and rows hold other blocks and no words. */
export function isContainer(kind: string): boolean {
  return kind === 'table' || kind === 'row'
}
