/**
 * The body of a published summary: canonical JSON that names people by number, so that its SHA-256 outlives consents.
 *
 * Each row can be hashed by itself: an author checks the own one without the rest. Pure.
 */
import type { DissentRow } from '#app/domain/reviews/inner/dissenting.server.ts'
import type { ObjectionRow } from '#app/domain/reviews/remarks/objecting.server.ts'
import type { RemarkShown } from '#app/domain/reviews/remarks/remark-rows.server.ts'
import type { Landing, Receipt } from './landing.server.ts'

export interface SummaryRow extends RemarkShown {
  landing: Landing
  /** what the author says against the record, and the answer */
  objections: ObjectionRow[]
  /** what people of the organisation think otherwise; with the first row of its position */
  dissents: DissentRow[]
  /** where the passage stands in the version the summary is about */
  addressNow: string
  /** all remarks to one passage follow one another; `group` numbers the passages */
  group: number
}

export interface SummaryBody {
  draft: { number: number; slug: string; title: string }
  version: { number: number; sha256: string }
  /** people and organisations apart; older summaries counted who filed a position among the people */
  counts: { remarks: number; participants: number; unanswered: number; positions?: number }
  unansweredReason: string
  rows: {
    number: number
    participant: number
    person: number | null
    receivedAt: string
    kind: string
    weight: string
    address: string
    version: number
    exact: string
    status: string | null
    body: string
    replacement: string | null
    supports: number
    hidden: boolean
    decision: string | null
    reason: string | null
    changedVersion: number | null
    // what the rows of older summaries lack
    late?: boolean
    grounds?: string
    sources?: string
    receipt?: Receipt | null
    position?: string | null
    together?: number[]
    was?: string | null
    became?: string | null
    objections?: ObjectionRow[]
    dissents?: DissentRow[]
  }[]
}

/** The body that is hashed: nothing in it depends on who publishes. */
export function summaryBody(of: {
  draft: { number: number; slug: string; title: string }
  version: { number: number; sha256: string | null }
  rows: SummaryRow[]
  /** people, each once: who signs in two ways has two numbers */
  participants: number
  /** of organisations */
  positions: number
  unanswered: number
  reason: string
}): SummaryBody {
  const { number, slug, title } = of.draft
  return {
    draft: { number, slug, title },
    version: { number: of.version.number, sha256: of.version.sha256 ?? '' },
    counts: {
      ...{ remarks: of.rows.length, participants: of.participants, unanswered: of.unanswered },
      positions: of.positions,
    },
    unansweredReason: of.reason,
    rows: of.rows.map(bodyRow),
  }
}

/** A row without the words of its author: moderation hid them since. Its hash stays that of the row as published. */
export function veiledRow(row: SummaryBody['rows'][number]): SummaryBody['rows'][number] {
  const said = { body: '', replacement: null, grounds: '', sources: '', position: null, objections: [] }
  // opinions beside the row are seated anew with the rows that stand (asides.server.ts)
  return { ...row, ...said, hidden: true }
}

/** What anybody may read: hidden words stay hidden, whoever publishes. */
function bodyRow(row: SummaryRow): SummaryBody['rows'][number] {
  return {
    number: row.number,
    participant: row.author.participantNumber,
    person: row.author.personNumber,
    receivedAt: row.receivedAt.toISOString(),
    kind: row.kind,
    weight: row.weight,
    address: row.addressNow,
    version: row.versionNumber,
    exact: row.exact,
    status: row.place?.status ?? null,
    body: row.hidden ? '' : row.body,
    replacement: row.hidden ? null : row.replacement,
    supports: row.supports,
    hidden: row.hidden,
    decision: row.decision?.decision ?? null,
    reason: row.decision?.reason ?? null,
    changedVersion: row.decision?.changedVersion ?? null,
    late: row.late,
    grounds: row.hidden ? '' : row.landing.grounds,
    sources: row.hidden ? '' : row.landing.sources,
    receipt: row.landing.receipt,
    position: row.landing.position,
    together: row.landing.together,
    was: row.landing.was,
    became: row.landing.became,
    objections: row.hidden ? [] : row.objections,
    dissents: row.dissents,
  }
}
