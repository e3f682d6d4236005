/** Passages: the evidence of an anchor and its resolutions, as plain data. */
export interface Range {
  fromBlockId: string
  fromOffset: number
  toBlockId: string
  toOffset: number
}
export interface Evidence extends Range {
  exact: string
  prefix: string
  suffix: string
  address: string
  /** whole blocks were meant, not a phrase */
  whole: boolean
}
export type ResolutionStatus = 'exact' | 'moved' | 'edited' | 'split' | 'merged' | 'ambiguous' | 'deleted'
/** Surviving words of a passage in one block. */
export interface Part {
  blockId: string
  from: number
  to: number
}
export interface Resolution extends Range {
  status: ResolutionStatus
  method: 'origin' | 'alignment' | 'seat' | 'accepted' | 'confirmed'
  score: number
  candidates?: (Part & { score: number })[]
  /** of a split passage: where its words are, block by block; the range is from the first to the last of them unless they
   * lie so far apart that it would be mostly foreign words */
  parts?: Part[]
}

/** What resolving needs of an evidence. */
export type Passage = Range & { exact: string; whole: boolean }
