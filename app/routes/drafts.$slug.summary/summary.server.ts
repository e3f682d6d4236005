/** The summary of remarks and proposals. */
import { summaryShown } from '#app/domain/reviews/printing.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { headOf } from '#app/routes/drafts.$slug/reading.server.ts'
import type { Args } from '#app/web/serve.server.ts'

/** Loader of the page; what it prints is what the files print. */
export async function summaryPage(args: Args) {
  const { ctx, params, t } = args
  const slug = params.slug ?? ''
  const { can } = headOf(await draftBySlug(ctx, slug), args)
  const summary = await summaryShown(ctx, slug, t)
  return { title: `${t.reviewOutcome.summary.title} · ${summary.draft.title}`, summary, can }
}

export type SummaryView = Awaited<ReturnType<typeof summaryPage>>['summary']
