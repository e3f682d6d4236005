import { useLoaderData } from '@remix-run/react'
import { positionsOf } from '#app/domain/reviews/inner/positions.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { remarkRows } from '#app/domain/reviews/remarks/remark-rows.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { coveredOf } from '#app/routes/drafts.$slug/covered-words.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { Position } from './position.tsx'

export const loader = serve(async ({ ctx, params, t, locale }) => {
  const { draft, facts, current } = await draftBySlug(ctx, params.slug ?? '')
  const rows = await positionsOf(ctx, draft.id)
  const said = rows.length > 0 ? await remarkRows(ctx, draft.id, current?.id ?? null) : []
  return {
    title: `${t.reviewInner.positions.title} · ${draft.title}`,
    draft: { slug: draft.slug, title: draft.title },
    positions: rows.map(({ veil, hideCode, hideReason, dissents, remarks, ...row }) => ({
      ...row,
      remarks: said
        .filter(({ number }) => remarks.includes(number))
        .map(({ number, kind, address, exact, body, replacement, lang }) => {
          return { number, kind, address, exact, body, replacement, lang }
        }),
      covered: coveredOf({ veil, hideCode, hideReason }, locale),
      dissents: dissents.map(({ id, body, name, own, signedAt, ...one }) => ({
        ...{ id, body, name, own, signedAt, covered: coveredOf(one, locale) },
      })),
    })),
    can: { report: ctx.actor !== null, moderate: reviewRules.moderate(ctx.actor, facts) === null },
  }
})

export type PositionsView = ReturnType<typeof useLoaderData<typeof loader>>

export { titled as meta } from '#app/ui/titled.ts'

/** What organisations say of a draft, each in one voice, and who of their people thinks otherwise. */
export default function PositionsPage() {
  const { draft, positions, can } = useLoaderData<typeof loader>()
  const words = useMessages().reviewInner.positions
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `/drafts/${draft.slug}`, label: draft.title }]}
        title={words.title}
        lead={words.lead}
        meta={positions.length > 0 && words.count(positions.length)}
      />
      {positions.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <Stack gap={6}>
          {positions.map((position) => (
            <Position key={position.id} slug={draft.slug} position={position} can={can} />
          ))}
        </Stack>
      )}
    </Page>
  )
}
