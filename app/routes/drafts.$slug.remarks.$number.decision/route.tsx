import { useActionData, useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { decide } from '#app/domain/reviews/deciding.server.ts'
import { Decision } from '#app/domain/reviews/forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { threadOf } from '#app/domain/reviews/threads.server.ts'
import { quoteOf } from '#app/routes/drafts.$slug/note.tsx'
import { toneOfKind } from '#app/routes/drafts.$slug/views.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { NoteCard } from '#app/ui/note-card.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { decisionPage, nextWaiting } from './decision.server.ts'
import { DecisionForm } from './decision-form.tsx'
import { Reopen } from './reopen.tsx'

export const loader = serve(decisionPage)

export const action = serveForm(Decision, async ({ ctx, params, value }) => {
  const actor = acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { remark } = await threadOf(ctx, draft.id, numberOf(params.number))
  await decide(actor, remark.id, { decision: value.decision, reason: value.reason, seen: value.seen || null })
  const next = value.next ? await nextWaiting(ctx, draft.id, remark.number) : null
  const path = next === null ? `/processing` : `/remarks/${next}/decision`
  return done(`/drafts/${draft.slug}${path}`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function DecisionPage() {
  const view = useLoaderData<typeof loader>()
  const { reviewWork, reviews, reviewRemark } = useMessages()
  const { draft, remark } = view
  return (
    <Page width="text">
      <PageHead
        crumbs={[
          { href: `/drafts/${draft.slug}`, label: draft.title },
          { href: `/drafts/${draft.slug}/processing`, label: reviews.draft.processing },
        ]}
        title={reviewWork.decision.title(remark.number)}
        lead={remark.address}
      />
      <Stack gap={4}>
        <NoteCard
          tone={toneOfKind[remark.kind]}
          kind={reviews.kinds[remark.kind]}
          who={remark.author.name}
          capacity={remark.author.note}
          quote={quoteOf(remark)}
          lang={remark.lang}
          footer={
            remark.supports > 0 ? reviewRemark.page.supporters(remark.supports) : reviewRemark.page.noSupport
          }
        >
          {remark.body}
        </NoteCard>
        <DecisionForm view={view} lastResult={useActionData<typeof action>()} />
        {view.current && <Reopen slug={draft.slug} number={remark.number} />}
      </Stack>
    </Page>
  )
}
