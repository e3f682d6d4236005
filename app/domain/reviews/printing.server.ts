/**
 * Printing: the summary as rows of words, the same for page, XLSX and DOCX.
 *
 * A published summary is printed from its frozen body, with the names that may be shown today; before publication the
 * rows are those of this moment and say so.
 */
import type { Ctx } from '#app/domain/ctx.ts'
import type { Messages } from '#content/messages/ru.ts'
import type { PrintedRow, PrintedSummary } from './exporting.server.ts'
import { draftBySlug } from './queries.server.ts'
import type { AuthorShown } from './remark-rows.server.ts'
import { publishedSummary, type SummaryBody, type SummaryRow, summaryRows } from './summarising.server.ts'

type FrozenRow = SummaryBody['rows'][number]
type Words = Pick<Messages, 'reviews' | 'reviewRemark' | 'reviewOutcome'>
export interface SummaryShown {
  draft: { id: string; slug: string; title: string; lang: string; number: number }
  published: { revision: number; publishedAt: Date; sha256: string; versionNumber: number } | null
  answered: number
  total: number
  unansweredReason: string
  rows: SummaryPrintRow[]
}
export type SummaryPrintRow = PrintedRow & {
  remarkNumber: number
  kind: SummaryRow['kind']
  decisionCode: SummaryRow['decision'] extends infer D
    ? (D extends { decision: infer K } ? K : never) | null
    : never
  exact: string
  replacement: string | null
  body: string
  landedIn: number | null
  supports: number
}

/** The summary of a draft within reach. */
export async function summaryShown(ctx: Ctx, slug: string, words: Words): Promise<SummaryShown> {
  const shown = await draftBySlug(ctx, slug)
  const { id, title, lang, number } = shown.draft
  const frozen = shown.current ? await publishedSummary(ctx, id) : null
  const live = shown.current && !frozen ? await summaryRows(ctx, id) : []
  const rows = frozen
    ? frozen.body.rows.map((row) => fromFrozen(row, frozen.authors.get(row.number), words))
    : live.map((row) => fromLive(row, words))
  return {
    draft: { id, slug: shown.draft.slug, title, lang, number },
    published: frozen && {
      revision: frozen.revision,
      publishedAt: frozen.publishedAt,
      sha256: frozen.sha256,
      versionNumber: frozen.versionNumber,
    },
    answered: rows.filter(({ decisionCode, kind }) => decisionCode !== null || kind === 'support').length,
    total: rows.length,
    unansweredReason: frozen?.unansweredReason ?? '',
    rows,
  }
}

/** The same in the form that files are made of; `dayOf` prints a date. */
export function printedOf(
  shown: SummaryShown,
  words: Words,
  dayOf: (date: Date) => string,
  demo: boolean,
): PrintedSummary {
  const { summary } = words.reviewOutcome
  const { published } = shown
  return {
    heading: summary.title,
    document: [shown.draft.title, published && summary.version(published.versionNumber)]
      .filter(Boolean)
      .join(', '),
    facts: published
      ? summary.published(published.revision, dayOf(published.publishedAt))
      : summary.preliminary,
    note: shown.unansweredReason === '' ? '' : `${summary.unansweredReason}: ${shown.unansweredReason}`,
    totals: `${words.reviews.remarks(shown.total)}. ${summary.answered(shown.answered, shown.total)}.`,
    hash: published ? `${summary.hash} SHA-256: ${published.sha256}` : '',
    demo: demo ? summary.demo : '',
    heads: {
      number: summary.number,
      place: summary.place,
      passage: summary.passage,
      author: summary.author,
      remark: summary.remark,
      proposed: summary.proposed,
      decision: summary.decision,
      reason: summary.reason,
      landed: summary.landed,
    },
    rows: shown.rows.map(({ number, place, passage, author, remark, proposed, decision, reason, landed }) => {
      return { number, place, passage, author, remark, proposed, decision, reason, landed }
    }),
  }
}

type Common = Pick<
  FrozenRow,
  'number' | 'exact' | 'body' | 'replacement' | 'hidden' | 'supports' | 'changedVersion'
> & {
  kind: SummaryRow['kind']
  address: string
  decision: SummaryPrintRow['decisionCode']
  reason: string | null
}

function fromLive(row: SummaryRow, words: Words): SummaryPrintRow {
  const { decision } = row
  const common = {
    ...row,
    address: row.addressNow,
    decision: decision?.decision ?? null,
    reason: decision?.reason ?? null,
  }
  return printRow(
    { ...common, changedVersion: decision?.changedVersion ?? null },
    authorWords(row.author, row.onBehalfOf, words),
    words,
  )
}

function fromFrozen(
  row: FrozenRow,
  author: (AuthorShown & { onBehalfOf: string | null }) | undefined,
  words: Words,
): SummaryPrintRow {
  const common = { ...row, kind: row.kind as Common['kind'], decision: row.decision as Common['decision'] }
  return printRow(
    common,
    author ? authorWords(author, author.onBehalfOf, words) : words.reviews.participant(row.participant),
    words,
  )
}

function printRow(row: Common, author: string, words: Words): SummaryPrintRow {
  const body = row.hidden ? words.reviewRemark.page.hidden : row.body
  return {
    number: String(row.number),
    place: row.address,
    passage: row.exact,
    author,
    remark: [`${words.reviews.kinds[row.kind]}.`, body].filter(Boolean).join(' '),
    proposed: row.replacement ?? '',
    decision: row.decision
      ? words.reviews.decisions[row.decision]
      : row.kind === 'support'
        ? ''
        : words.reviewOutcome.summary.unanswered,
    reason: row.reason ?? '',
    landed: row.changedVersion === null ? '' : words.reviews.version(row.changedVersion),
    ...{ remarkNumber: row.number, kind: row.kind, decisionCode: row.decision, exact: row.exact },
    ...{ replacement: row.replacement, body, landedIn: row.changedVersion, supports: row.supports },
  }
}

function authorWords(author: AuthorShown, onBehalfOf: string | null, words: Words): string {
  const standing = author.expert ? words.reviews.expert : author.post
  return [
    author.name ?? words.reviews.participant(author.participantNumber),
    standing,
    author.municipality,
    onBehalfOf && words.reviews.behalf(onBehalfOf),
  ]
    .filter(Boolean)
    .join(', ')
}
