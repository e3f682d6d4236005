/** The summary of remarks and proposals. */
import { summaryShown } from '#app/domain/reviews/printing.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { headOf } from '#app/routes/drafts.$slug/reading.server.ts'
import type { Args } from '#app/web/serve.server.ts'

/** Rows of one page: what an old phone still scrolls. */
const ROWS = 100

/** Loader of the page; what it prints is what the files print. `?from=101` begins with that row. */
export async function summaryPage(args: Args) {
  const { ctx, params, t, url } = args
  const slug = params.slug ?? ''
  const draft = await draftBySlug(ctx, slug)
  const { can } = headOf(draft, args)
  const { rows, ...summary } = await summaryShown(ctx, slug, t)
  const asked = Math.max(1, Math.trunc(Number(url.searchParams.get('from') ?? 1)) || 1)
  const from = asked > rows.length ? 1 : asked
  const next = from + ROWS <= rows.length ? from + ROWS : null
  const shownTo = Math.min(from + ROWS - 1, rows.length)
  return {
    title: `${t.reviewOutcome.summary.title} · ${summary.draft.title}`,
    summary: { ...summary, counts: countsOf(rows), rows: rows.slice(from - 1, shownTo) },
    pages: { from, to: shownTo, next, previous: from > 1 ? Math.max(1, from - ROWS) : null },
    can: {
      ...can,
      sign: summary.published !== null && reviewRules.signSummary(ctx.actor, draft.facts) === null,
    },
  }
}

function countsOf(rows: Awaited<ReturnType<typeof summaryShown>>['rows']) {
  const counts: Partial<Record<NonNullable<(typeof rows)[number]['decisionCode']>, number>> = {}
  for (const { decisionCode } of rows)
    if (decisionCode) counts[decisionCode] = (counts[decisionCode] ?? 0) + 1
  return counts
}

export type SummaryView = Awaited<ReturnType<typeof summaryPage>>['summary']
