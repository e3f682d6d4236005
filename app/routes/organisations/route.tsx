import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Facet } from '#app/ui/facet.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Finding, Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { serve } from '#app/web/serve.server.ts'
import { type OrganisationsView, organisationsPage } from './list.server.ts'
import { OrganisationRow } from './organisation-row.tsx'

export const loader = serve(organisationsPage)

export { titled as meta } from '#app/ui/titled.ts'

export default function OrganisationsPage() {
  const view = useLoaderData<typeof loader>()
  const { organisations } = useMessages()
  return (
    <Page>
      <PageHead
        title={organisations.title}
        lead={organisations.lead}
        meta={organisations.found(view.found)}
        actions={view.mayKeep && <Ways />}
      />
      <Finding filters={<Filters view={view} />} chosen={view.chosen}>
        {view.rows.length === 0 && (
          <EmptyState
            title={organisations.none}
            action={<LinkButton href="/organisations">{view.reset}</LinkButton>}
          >
            {organisations.noneText}
          </EmptyState>
        )}
        {view.rows.map((organisation) => (
          <OrganisationRow key={organisation.code} organisation={organisation} />
        ))}
        <Pagination next={view.next} />
      </Finding>
    </Page>
  )
}

function Ways() {
  const words = useMessages().organisationCard
  return (
    <>
      <LinkButton href="/organisations/new">{words.add}</LinkButton>
      <LinkButton href="/desk/imports/new?kind=organisations">{words.lists}</LinkButton>
    </>
  )
}

function Filters({ view }: { view: OrganisationsView }) {
  const { organisations, documents } = useMessages()
  return (
    <form action="/organisations" key={view.address}>
      <Stack gap={2}>
        <Field
          name="q"
          type="search"
          label={organisations.search}
          defaultValue={view.words}
          maxLength={100}
        />
        <Facet name="tier" legend={organisations.tier} options={view.tiers} />
        <Facet name="kind" legend={organisations.type} options={view.types} />
        <Select name="municipality" label={organisations.municipality} defaultValue={view.municipality}>
          <option value="">{organisations.any}</option>
          {view.places.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
        <Row>
          <Button>{documents.show}</Button>
          {view.chosen > 0 && <Anchor href="/organisations">{documents.reset}</Anchor>}
        </Row>
      </Stack>
    </form>
  )
}
