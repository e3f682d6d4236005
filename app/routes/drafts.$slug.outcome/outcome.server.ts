/** The outcome of a draft, and the indicator that counts it. */
import { dayOf } from '#app/domain/ctx.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { approvalsOf } from '#app/domain/reviews/summary/approvals.server.ts'
import { outcomeOf } from '#app/domain/reviews/summary/outcomes.server.ts'
import { shortId } from '#app/routes/drafts.$slug/layout.ts'
import { headOf } from '#app/routes/drafts.$slug/reading.server.ts'
import { cellOf } from '#app/routes/drafts.$slug.compare.$a.$b/comparison.server.ts'
import type { Args } from '#app/web/serve.server.ts'

export async function outcomePage(args: Args) {
  const { ctx, params, t } = args
  const shown = await draftBySlug(ctx, params.slug ?? '')
  const page = await outcomeOf(ctx, shown.draft.id)
  const today = dayOf(ctx.now, ctx.zone)
  const year = Number((page.outcome?.day ?? today).slice(0, 4))
  const { discussed, approved } = await approvalsOf(ctx, { year, day: today })
  return {
    ...page,
    title: `${t.reviewEnding.title} · ${shown.draft.title}`,
    head: headOf(shown, args),
    changes: page.changes.map((row) => ({
      ...{ change: row.change, from: row.from, parts: row.parts, because: [] },
      ...{ kind: row.block.kind, address: row.block.address, cell: cellOf(row) },
      id: shortId(row.block.blockId),
    })),
    mayEnter: ctx.actor !== null && reviewRules.enterOutcome(ctx.actor, shown.facts) === null,
    indicator: { discussed, approved, year },
  }
}

export type OutcomeView = Awaited<ReturnType<typeof outcomePage>>
