/** Accepted proposals against the text being prepared. */
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { suggestionsIn, workplaceOf } from '#app/domain/reviews/versions/suggestions.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { headOf } from '#app/routes/drafts.$slug/reading.server.ts'
import { pick } from '#app/routes/drafts.$slug/views.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import { suggestionView } from './suggestion-view.server.ts'

/** Loader; for those who write the text. */
export async function suggestionsPage(args: Args) {
  const { ctx, params, t } = args
  acting(ctx)
  const shown = await draftBySlug(ctx, params.slug ?? '')
  authorize(reviewRules.applyProposals, ctx.actor, shown.facts)
  const place = await workplaceOf(ctx, shown.draft.id)
  const all = place ? await suggestionsIn(ctx, shown.draft.id, place) : []
  const decided = all.filter(({ remark, applied }) => remark.decision !== null || applied !== null)
  const rows = decided.map((suggestion) => suggestionView(suggestion, t))
  return {
    title: `${t.revising.suggestions.title} · ${shown.draft.title}`,
    ...pick(headOf(shown, args), ['draft', 'can']),
    base: place?.base.number ?? 0,
    edition: place?.next?.edition ?? 0,
    next: place?.next?.number ?? (place?.base.number ?? 0) + 1,
    ready: rows.filter(({ applied, fault }) => !applied && fault === null),
    cannot: rows.filter(({ applied, fault }) => !applied && fault !== null),
    applied: rows.filter(({ applied }) => applied),
  }
}

export type SuggestionsView = Awaited<ReturnType<typeof suggestionsPage>>
