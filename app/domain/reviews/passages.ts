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
export interface Resolution extends Range {
  status: ResolutionStatus
  method: 'origin' | 'alignment' | 'seat'
  score: number
  candidates?: { blockId: string; from: number; to: number; score: number }[]
}

/** What resolving needs of an evidence. */
export type Passage = Range & { exact: string; whole: boolean }
