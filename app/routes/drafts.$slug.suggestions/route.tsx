import { useActionData, useLoaderData } from '@remix-run/react'
import { Applying } from '#app/domain/reviews/forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { applyProposals } from '#app/domain/reviews/versions/applying.server.ts'
import { WorkTabs } from '#app/routes/drafts.$slug/work-tabs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { Applied, Cannot } from './others.tsx'
import { Ready } from './ready.tsx'
import { suggestionsPage } from './suggestions.server.ts'

export const loader = serve(suggestionsPage)

export const action = serveForm(Applying, async ({ ctx, params, value, form }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const proposals = value.chosen.map((remarkId) => {
    const words = form.get(`words-${remarkId}`)
    return typeof words === 'string' ? { remarkId, words } : { remarkId }
  })
  await applyProposals(acting(ctx), draft.id, { base: value.base, edition: value.edition, proposals })
  return done(`/drafts/${draft.slug}/suggestions`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function SuggestionsPage() {
  const view = useLoaderData<typeof loader>()
  const errors = Object.values(useActionData<typeof action>()?.error ?? {}).flatMap((texts) => texts ?? [])
  const { reviewWork, revising } = useMessages()
  const words = revising.suggestions
  const address = `/drafts/${view.draft.slug}`
  const empty = view.ready.length + view.cannot.length + view.applied.length === 0
  return (
    <Page>
      <PageHead
        crumbs={[
          { href: address, label: view.draft.title },
          { href: `${address}/processing`, label: reviewWork.processing.title },
        ]}
        title={words.title}
        lead={words.lead(view.next)}
      />
      <Stack gap={4}>
        <WorkTabs slug={view.draft.slug} can={view.can} current="processing" />
        <FormErrors errors={errors.map((text) => ({ text }))} />
        {empty && (
          <EmptyState
            title={words.empty}
            action={<LinkButton href={`${address}/processing`}>{words.toProcessing}</LinkButton>}
          >
            {words.emptyText}
          </EmptyState>
        )}
        {view.ready.length > 0 && <Ready view={view} />}
        {view.cannot.length > 0 && <Cannot slug={view.draft.slug} rows={view.cannot} />}
        {view.applied.length > 0 && <Applied view={view} />}
      </Stack>
    </Page>
  )
}
