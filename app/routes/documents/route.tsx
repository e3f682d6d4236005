import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Facet } from '#app/ui/facet.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Finding, Page, Row } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { serve } from '#app/web/serve.server.ts'
import { DocumentRow } from './document-row.tsx'
import { type DocumentsView, documentsPage } from './list.server.ts'

export const loader = serve(documentsPage)

export { titled as meta } from '#app/ui/titled.ts'

export default function DocumentsPage() {
  const view = useLoaderData<typeof loader>()
  const { documents } = useMessages()
  const { rows, next, chosen, all, mayCreate } = view
  return (
    <Page>
      <PageHead
        title={documents.title}
        lead={documents.lead}
        meta={chosen === 0 && documents.found(all)}
        actions={
          mayCreate && (
            <LinkButton href="/documents/new" look="main">
              {documents.card.create}
            </LinkButton>
          )
        }
      />
      <Finding filters={<Filters view={view} />} chosen={chosen}>
        {rows.length === 0 ? (
          <EmptyState
            title={documents.none}
            action={<LinkButton href="/documents">{documents.reset}</LinkButton>}
          >
            {documents.noneText}
          </EmptyState>
        ) : (
          rows.map((document) => <DocumentRow key={document.code} document={document} />)
        )}
        <Pagination next={next} />
      </Finding>
    </Page>
  )
}

function Filters({ view }: { view: DocumentsView }) {
  const { documents } = useMessages()
  const inForce = { value: 'in-force', label: documents.onlyInForce, ...view.inForce }
  return (
    <form action="/documents" key={`${view.chosen}-${view.rows[0]?.code}`}>
      <Facet name="state" legend={documents.state} options={[inForce]} />
      <Facet name="tier" legend={documents.tier} options={view.tiers} />
      <Facet name="kind" legend={documents.kind} options={view.kinds} visible={8} />
      <Row>
        <Button>{documents.show}</Button>
        {view.chosen > 0 && <Anchor href="/documents">{documents.reset}</Anchor>}
      </Row>
    </form>
  )
}
