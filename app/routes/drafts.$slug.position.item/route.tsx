import { useLoaderData } from '@remix-run/react'
import { gatherItem } from '#app/domain/reviews/inner/gathering.server.ts'
import { Item } from '#app/domain/reviews/inner/inner-forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { itemPage } from './item.server.ts'
import { ItemForm } from './item-form.tsx'

export const loader = serve(itemPage)

export const action = serveForm(Item, async ({ ctx, params, value }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { item, ...input } = value
  await gatherItem(acting(ctx), draft.id, input, item)
  return done(`/drafts/${encodeURIComponent(draft.slug)}/position`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

/** One thing the organisation will say, made of remarks of the closed stage. */
export default function ItemPage() {
  const view = useLoaderData<typeof loader>()
  const { item: words, position } = useMessages().reviewInner
  const back = `/drafts/${view.draft.slug}/position`
  return (
    <Page width="text">
      <PageHead crumbs={[{ href: back, label: position.title }]} title={words.title} lead={words.lead} />
      {view.stands.length === 0 ? (
        <EmptyState title={position.noItems} action={<LinkButton href={back}>{position.rest}</LinkButton>}>
          {position.restText}
        </EmptyState>
      ) : (
        <ItemForm view={view} />
      )}
    </Page>
  )
}
