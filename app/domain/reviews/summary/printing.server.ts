/**
 * Printing: the summary as rows of words, the same for page, XLSX and DOCX.
 *
 * A published summary is printed from its frozen body, with the names that may be shown today; before publication the
 * rows are those of this moment and say so.
 */
import type { Ctx } from '#app/domain/ctx.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { asidesOf } from './asides.server.ts'
import type { PrintedSummary } from './exporting.server.ts'
import { fromFrozen, fromLive, type SummaryPrintRow, signedWords, type Words } from './printing-rows.ts'
import { type SignatureShown, signaturesOf } from './signing.server.ts'
import { publishedSummary, summaryRows } from './summarising.server.ts'

export interface SummaryShown {
  draft: {
    id: string
    slug: string
    title: string
    lang: string
    number: number
    developer: { id: string; name: string }
  }
  published: { revision: number; publishedAt: Date; sha256: string; versionNumber: number } | null
  answered: number
  total: number
  unansweredReason: string
  signatures: SignatureShown[]
  rows: SummaryPrintRow[]
}
/** The summary of a draft within reach. */
export async function summaryShown(ctx: Ctx, slug: string, words: Words): Promise<SummaryShown> {
  const shown = await draftBySlug(ctx, slug)
  const { id, title, lang, number } = shown.draft
  const frozen = shown.current ? await publishedSummary(ctx, id) : null
  const live = shown.current && !frozen ? await summaryRows(ctx, id) : []
  const { names } = frozen ?? (await asidesOf(ctx, id))
  const rows = frozen
    ? frozen.body.rows.map((row) =>
        fromFrozen(row, frozen.authors.get(row.number), { ctx, words, names, corrected: frozen.corrected }),
      )
    : live.map((row) => fromLive(row, { ctx, words, names }))
  return {
    draft: {
      id,
      slug: shown.draft.slug,
      title,
      lang,
      number,
      developer: { id: shown.draft.developerId, name: shown.developer.name },
    },
    published: frozen && {
      revision: frozen.revision,
      publishedAt: frozen.publishedAt,
      sha256: frozen.sha256,
      versionNumber: frozen.versionNumber,
    },
    answered: rows.filter(({ decisionCode, kind }) => decisionCode !== null || kind === 'support').length,
    total: rows.length,
    unansweredReason: frozen?.unansweredReason ?? '',
    signatures: frozen ? await signaturesOf(ctx, frozen.id) : [],
    rows,
  }
}

/** The same in the form that files are made of; `dayText` prints a date. */
export function printedOf(
  shown: SummaryShown,
  words: Words,
  dayText: (date: Date) => string,
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
      ? summary.published(published.revision, dayText(published.publishedAt))
      : summary.preliminary,
    note: shown.unansweredReason === '' ? '' : `${summary.unansweredReason}: ${shown.unansweredReason}`,
    totals: `${words.reviews.remarks(shown.total)}. ${summary.answered(shown.answered, shown.total)}.`,
    organisation: shown.draft.developer.name,
    signed: signedWords(shown.signatures, words),
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
      source: summary.source,
      became: summary.became,
    },
    rows: shown.rows,
  }
}
