/** Data of the reading pages. */
import type { ContentsEntry, DraftView, PassportView, PlaceStatus, StageView } from './views.ts'

/** Name of the still markup on the reading pages. */
export const draftText = 'draft-text'

/** Worded by the server, so that readers load no words for what their draft does not have. */
export interface Link {
  href: string
  label: string
  /** a file and not a page */
  download?: true
}

export interface HeadView {
  draft: DraftView
  passport: PassportView
  stages: StageView[]
  version: { number: number; publishedAt: Date; sha256: string; note: string } | null
  /** what there is to read about it elsewhere: its other versions, its summary */
  links: Link[]
  talk: 'open' | 'not-open' | 'closed'
  opensOn: string | null
  /** that it is paused or was called off */
  halted: string | null
  /** the reason, when the draft was withdrawn */
  withdrawn: string | null
  signedIn: boolean
  can: {
    edit: boolean
    publish: boolean
    stages: boolean
    decide: boolean
    summary: boolean
    intake: boolean
  }
}

export interface ReadingViewData {
  versionNumber: number
  /** the text with its notes as still markup (app/ui/still.tsx); null in the data of a whole document */
  text: string | null
  remarks: number
  /** number of the last remark on the page */
  last: number
  contents: ContentsEntry[]
  /** who spoke for themselves, and organisations that spoke, apart */
  people: number
  positions: number
  carried: { from: number; total: number; counts: [PlaceStatus, number][] } | null
  open: boolean
}

/** A misprint put right, at the unit beside which it is told: a table speaks for its cells. */
export interface ErratumView {
  blockId: string
  before: string
  after: string
  reason: string
  madeAt: Date
}
