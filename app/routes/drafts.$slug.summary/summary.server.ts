/** The summary of remarks and proposals. */
import { dayOf } from '#app/domain/ctx.ts'
import { conclusionsOfDraft } from '#app/domain/panels/objects/public.server.ts'
import { lastTalkDay } from '#app/domain/reviews/course/staging.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { summaryShown } from '#app/domain/reviews/summary/printing.server.ts'
import { headOf } from '#app/routes/drafts.$slug/reading.server.ts'
import type { Args } from '#app/web/serve.server.ts'

/** Rows of one page: what an old phone still scrolls. */
const ROWS = 100
/** The word of an address for rows that wait for a decision. */
const NONE = 'none'
type Printed = Awaited<ReturnType<typeof summaryShown>>['rows'][number]

/**
 * Loader of the page; what it prints is what the files print. `?from=101` begins with that row, `?decision=accepted`
 * shows the rows with that decision only.
 */
export async function summaryPage(args: Args) {
  const { ctx, params, t, url } = args
  const slug = params.slug ?? ''
  const draft = await draftBySlug(ctx, slug)
  const { can } = headOf(draft, args)
  const { rows: all, ...summary } = await summaryShown(ctx, slug, t)
  const counts = countsOf(all)
  const word = url.searchParams.get('decision') ?? ''
  const decision = Object.hasOwn(counts, word) ? word : null
  const rows = decision === null ? all : all.filter((row) => wordOf(row) === decision)
  const asked = Math.max(1, Math.trunc(Number(url.searchParams.get('from') ?? 1)) || 1)
  const from = asked > rows.length ? 1 : asked
  const next = from + ROWS <= rows.length ? from + ROWS : null
  const shownTo = Math.min(from + ROWS - 1, rows.length)
  const last = draft.closedAt === null && !draft.halt?.cancelledAt ? lastTalkDay(draft.stages) : null
  return {
    title: `${t.reviewOutcome.summary.title} · ${summary.draft.title}`,
    conclusions: await conclusionsOfDraft(ctx, draft.draft.id),
    summary: { ...summary, counts, decision, rows: rows.slice(from - 1, shownTo) },
    pages: {
      from,
      to: shownTo,
      found: rows.length,
      next,
      previous: from > 1 ? Math.max(1, from - ROWS) : null,
    },
    /** the last day on which people may still speak: publishing would end it sooner */
    openUntil: last !== null && last >= dayOf(ctx.now, ctx.zone) ? last : null,
    can: {
      ...can,
      sign: summary.published !== null && reviewRules.signSummary(ctx.actor, draft.facts) === null,
    },
  }
}

function countsOf(rows: readonly Printed[]) {
  const counts: Partial<Record<NonNullable<ReturnType<typeof wordOf>>, number>> = {}
  for (const row of rows) {
    const word = wordOf(row)
    if (word) counts[word] = (counts[word] ?? 0) + 1
  }
  return counts
}

/** What was decided of a row; support needs no decision and waits for none. */
function wordOf({ decisionCode, kind }: Printed) {
  return decisionCode ?? (kind === 'support' ? null : NONE)
}

export type SummaryView = Awaited<ReturnType<typeof summaryPage>>['summary']
