/** Units: the blocks of one version prepared for alignment. */

import { leadingNumber } from '#app/domain/reviews/texts/numbers.ts'
import { type Normalised, normalise } from './normalising.ts'

/** What alignment and anchors need to know of a block. */
export interface AnchorBlock {
  blockId: string
  parentId: string | null
  kind: string
  text: string
  address: string
}

export class Unit {
  readonly norm: Normalised
  /** normalised words without a printed number: what renumbering leaves as it is */
  readonly key: string
  #words: string[] | null = null

  constructor(
    readonly blockId: string,
    /** place among the units with words */
    readonly at: number,
    readonly text: string,
  ) {
    this.norm = normalise(text)
    this.key = this.norm.text.slice(leadingNumber(this.norm.text)?.length ?? 0)
  }

  /** words of the key in small letters; made when they are asked for: most units find their partner by equal words */
  get words(): readonly string[] {
    this.#words ??= this.key.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    return this.#words
  }
}

/** The blocks with words, in reading order, normalised. */
export function unitsOf(blocks: readonly AnchorBlock[]): Unit[] {
  return blocks
    .filter(({ kind }) => !isContainer(kind))
    .map(({ blockId, text }, at) => new Unit(blockId, at, text))
}

/** Tables and rows hold other blocks and no words; a picture has none either. */
export function isContainer(kind: string): boolean {
  return kind === 'table' || kind === 'row' || kind === 'image'
}
