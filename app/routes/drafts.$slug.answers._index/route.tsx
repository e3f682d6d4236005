import { useActionData, useLoaderData } from '@remix-run/react'
import { addBoilerplate, boilerplatesOf } from '#app/domain/reviews/decisions/boilerplating.server.ts'
import { Boilerplate } from '#app/domain/reviews/forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { draftView } from '#app/routes/drafts.$slug/views.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { AddForm } from './add-form.tsx'
import { ReadyList } from './ready-list.tsx'

export const loader = serve(async ({ ctx, params, t, locale }) => {
  acting(ctx)
  const shown = await draftBySlug(ctx, params.slug ?? '')
  authorize(reviewRules.assign, ctx.actor, shown.facts)
  return {
    title: `${t.revising.readyAnswers.title} · ${shown.draft.title}`,
    draft: draftView(shown, locale),
    answers: await boilerplatesOf(ctx, shown.draft.developerId),
    max: content().settings.text.reason,
  }
})

export const action = serveForm(Boilerplate, async ({ ctx, params, value }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await addBoilerplate(acting(ctx), draft.id, value.text)
  return done(`/drafts/${draft.slug}/answers`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export type ReadyAnswers = Awaited<ReturnType<typeof loader>>

export default function ReadyAnswersPage() {
  const { draft, answers, max } = useLoaderData<typeof loader>()
  const { reviewWork, revising } = useMessages()
  const words = revising.readyAnswers
  return (
    <Page width="text">
      <PageHead
        crumbs={[
          { href: `/drafts/${draft.slug}`, label: draft.title },
          { href: `/drafts/${draft.slug}/processing`, label: reviewWork.processing.title },
        ]}
        title={words.title}
        lead={words.lead}
      />
      <Stack gap={4}>
        {answers.length === 0 ? (
          <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
        ) : (
          <ReadyList slug={draft.slug} answers={answers} />
        )}
        <AddForm key={answers.length} max={max} lastResult={useActionData<typeof action>()} />
      </Stack>
    </Page>
  )
}
