/** Data of the reading pages. */
import type {
  BlockView,
  ContentsEntry,
  DraftView,
  NoteView,
  PassportView,
  PlaceStatus,
  StageView,
} from './views.ts'

export interface HeadView {
  draft: DraftView
  passport: PassportView
  stages: StageView[]
  version: { number: number; publishedAt: Date; sha256: string; note: string } | null
  /** the published version before the current one */
  previous: number | null
  summarised: boolean
  talk: 'open' | 'not-open' | 'closed'
  opensOn: string | null
  /** the reason, when the draft was withdrawn */
  withdrawn: string | null
  signedIn: boolean
  can: { edit: boolean; publish: boolean; stages: boolean; decide: boolean; summary: boolean }
}

export interface ReadingViewData {
  versionNumber: number
  blocks: BlockView[]
  notes: NoteView[]
  /** remarks on words that this version no longer has */
  gone: NoteView[]
  contents: ContentsEntry[]
  people: number
  carried: { from: number; total: number; counts: [PlaceStatus, number][] } | null
  open: boolean
}
