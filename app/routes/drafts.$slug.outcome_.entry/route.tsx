import { useLoaderData } from '@remix-run/react'
import { Outcome } from '#app/domain/reviews/intake/intake-forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { enterOutcome, outcomeOf } from '#app/domain/reviews/summary/outcomes.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { bytesOf } from '#app/routes/drafts.$slug/file-view.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { EntryForm } from './entry-form.tsx'

export const loader = serve(async ({ ctx, params, t }) => {
  acting(ctx)
  const { draft, facts } = await draftBySlug(ctx, params.slug ?? '')
  authorize(reviewRules.enterOutcome, ctx.actor, facts)
  const { outcome, goesOn } = await outcomeOf(ctx, draft.id)
  return {
    title: `${t.reviewEnding.form.title} · ${draft.title}`,
    name: draft.title,
    back: `/drafts/${draft.slug}/outcome`,
    before: goesOn ? null : outcome,
  }
})

export const action = serveForm(Outcome, async ({ ctx, params, value }) => {
  const mine = acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await enterOutcome(mine, draft.id, { ...value, file: await bytesOf(value.file) })
  return done(`/drafts/${draft.slug}/outcome`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function OutcomeEntryPage() {
  const view = useLoaderData<typeof loader>()
  const words = useMessages().reviewEnding.form
  return (
    <Page width="text">
      <PageHead crumbs={[{ href: view.back, label: view.name }]} title={words.title} lead={words.lead} />
      <EntryForm view={view} />
    </Page>
  )
}

export type EntryView = ReturnType<typeof useLoaderData<typeof loader>>
