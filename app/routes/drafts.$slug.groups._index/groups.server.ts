/** Groups of remarks with one answer: those that stand, and those that say alike. */
import { groupsOf, likelyGroups } from '#app/domain/reviews/decisions/grouping.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { summaryRows } from '#app/domain/reviews/summary/summarising.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { remarkView } from '#app/routes/drafts.$slug/views.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

const SHOWN = 30

/** Loader of the page; for those who decide. */
export async function groupsPage({ ctx, params, t }: Args) {
  acting(ctx)
  const shown = await draftBySlug(ctx, params.slug ?? '')
  const { draft } = shown
  authorize(reviewRules.assign, ctx.actor, shown.facts)
  const rows = shown.current ? await summaryRows(ctx, draft.id) : []
  const views = new Map(rows.map((row) => [row.id, { id: row.id, ...remarkView(row, t) }]))
  const membership = await groupsOf(ctx, draft.id)
  const ids = [...new Set([...membership.values()].map(({ id }) => id))]
  const standing = ids.map((id) => ({
    id,
    kind: [...membership.values()].find((group) => group.id === id)?.kind ?? ('similar' as const),
    remarks: rows.flatMap((row) => (membership.get(row.id)?.id === id ? (views.get(row.id) ?? []) : [])),
  }))
  const likely = (await likelyGroups(ctx, draft.id)).slice(0, SHOWN).map(({ kind, remarks }) => ({
    id: null,
    kind,
    remarks: remarks.flatMap(({ id }) => views.get(id) ?? []),
  }))
  return {
    title: `${t.reviewWork.processing.groups} · ${draft.title}`,
    draft: { slug: draft.slug, title: draft.title },
    standing,
    likely,
  }
}

export type GroupView = Awaited<ReturnType<typeof groupsPage>>['likely' | 'standing'][number]
