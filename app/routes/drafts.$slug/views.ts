/** What the parts of a draft's pages draw; the loaders send it, trimmed of everything no page shows. */
import type { BlockData, BlockKind } from '#app/domain/reviews/blocks.ts'
import type { Tone } from '#app/ui/tone.ts'
import type { DecisionKind, RemarkKind } from '#content/types.ts'

export interface BlockView {
  blockId: string
  parentId: string | null
  kind: BlockKind
  depth: number
  number: string | null
  address: string
  text: string
  data: BlockData
}

export type PlaceStatus = 'exact' | 'moved' | 'edited' | 'split' | 'merged' | 'ambiguous' | 'deleted'

export interface Place {
  status: PlaceStatus
  fromBlockId: string
  fromOffset: number
  toBlockId: string
  toOffset: number
}

export interface AuthorView {
  /** null: the name may not be shown */
  name: string | null
  note: string | null
}

export interface DecisionView {
  decision: DecisionKind
  reason: string
  decidedAt: Date
}

export interface NoteView {
  number: number
  kind: RemarkKind
  weight: 'editorial' | 'substantive' | 'principal'
  body: string
  replacement: string | null
  lang: string
  author: AuthorView
  /** the words as they were when the remark was written, and where they stood */
  exact: string
  address: string
  whole: boolean
  versionNumber: number
  place: Place
  supports: number
  replies: number
  decision: DecisionView | null
}

export const toneOfKind: Record<RemarkKind, Tone> = {
  criticism: 'amber',
  proposal: 'green',
  objection: 'red',
  question: 'blue',
  support: 'slate',
}

export const toneOfDecision: Record<DecisionKind, Tone> = {
  accepted: 'green',
  partly: 'amber',
  rejected: 'red',
  noted: 'neutral',
  explained: 'blue',
  offtopic: 'neutral',
}
