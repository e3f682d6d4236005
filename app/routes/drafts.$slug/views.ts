/** What the parts of a draft's pages draw; the loaders send it, trimmed of everything no page shows. */
import type { BlockData, BlockKind } from '#app/domain/reviews/texts/blocks.ts'
import type { Tone } from '#app/ui/tone.ts'
import type { Messages } from '#content/messages/ru.ts'
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
  /** of a split passage: where its words are, unit by unit */
  parts?: readonly { blockId: string; from: number; to: number }[] | null
}

export interface AuthorView {
  /** the name, or «Участник № 58» */
  name: string
  /** public number, when the name is shown */
  personNumber: number | null
  note: string | null
}

export interface DecisionView {
  decision: DecisionKind
  reason: string
  decidedAt: Date
  changedVersion: number | null
}

export interface NoteView {
  number: number
  kind: RemarkKind
  weight: 'editorial' | 'substantive' | 'principal'
  body: string
  replacement: string | null
  lang: string
  /** the words are not shown: taken back by the author, or hidden by a moderator */
  withdrawn: boolean
  hidden: boolean
  /** why the words are covered, when they are */
  veil: 'held' | 'hidden' | 'returned' | null
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
  /** of a closed stage: what becomes of it instead of a decision */
  inPosition?: InPosition
  /** undecided, and the discussion is over: by its summary, or before */
  ended?: 'summary' | 'cancelled'
}

/** What stands where a remark has no decision: support needs none, and not every discussion will bring one. */
export function undecidedWord(
  {
    kind,
    inPosition,
    ended,
  }: { kind: RemarkKind; inPosition?: InPosition | null; ended?: NoteView['ended'] | null },
  words: Messages['reviews'],
): string {
  if (kind === 'support') return words.kinds.support
  if (inPosition) return words.inPosition[inPosition]
  return ended ? words.undecided : words.waits
}

export type InPosition = 'gathering' | 'taken' | 'left'

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

export interface StageView {
  kind: 'notice' | 'discussion' | 'expertise' | 'processing' | 'summary'
  title: string
  firstDay: string
  lastDay: string
  state: 'done' | 'current' | 'ahead'
  /** whole days after today, of the current stage */
  daysLeft: number | null
}

/** What the head of every page of a draft shows. */
export interface DraftView {
  slug: string
  number: number
  title: string
  lang: string
  kind: string
  developer: string
}

export interface PassportView {
  ground: string
  explanatoryNote: string
  questions: string
  contact: string
}

/** A draft in a list, with what is going on now. */
export interface DraftRowView extends DraftView {
  stage: { title: string; kind: StageView['kind']; daysLeft: number; elapsed: number } | null
  state: 'open' | 'not-open' | 'closed' | 'unpublished' | 'withdrawn'
  /** how it ended, in words; null while it is not known */
  outcome: string | null
  version: number | null
  remarks: number
  people: number
}

export interface ContentsEntry {
  blockId: string
  number: string | null
  title: string
  depth: number
  remarks: number
}

export const remarkKindCodes = Object.keys(toneOfKind) as RemarkKind[]
