import { useLoaderData } from '@remix-run/react'
import { RequestForm } from '#app/domain/panels/forms.ts'
import { requestPanel } from '#app/domain/panels/requesting.server.ts'
import { refuseShortPool } from '#app/domain/panels/requests/eligible.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { requestPage } from './load.server.ts'
import { RequestFields } from './request-fields.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(requestPage)

export const action = serveForm(RequestForm, async ({ ctx, value }) => {
  await refuseShortPool(ctx, value)
  const number = await requestPanel(acting(ctx), value)
  // what is no draft is handed in as files next
  return done(value.objectKind === 'draft' ? `/panels/${number}` : `/panels/${number}/files`, 'requested')
})

export default function RequestPage() {
  const { drafts, organisations } = useLoaderData<typeof loader>()
  const { panels } = useMessages()
  const words = panels.request
  return (
    <Page width="form">
      <PageHead title={words.title} lead={words.lead} crumbs={[{ href: '/panels', label: panels.title }]} />
      {drafts.length === 0 && organisations.length === 0 ? (
        <EmptyState title={words.nothing}>{words.nothingText}</EmptyState>
      ) : (
        <RequestFields />
      )}
    </Page>
  )
}
