import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Facet } from '#app/ui/facet.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Finding, Page, Row } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { serve } from '#app/web/serve.server.ts'
import { cataloguePage } from './catalogue.server.ts'
import { EventRow } from './event-row.tsx'
import styles from './events.module.css'

export const loader = serve(cataloguePage)

export { titled as meta } from '#app/ui/titled.ts'

export default function EventsPage() {
  const page = useLoaderData<typeof loader>()
  const { events: words } = useMessages()
  const { view, query, facets, chosen, rows, next, total, tabs, organises } = page
  const actions = (
    <>
      {organises && (
        <LinkButton href="/events/new" look="main">
          {words.create}
        </LinkButton>
      )}
      <LinkButton href="/events.ics" download="">
        {words.calendar}
      </LinkButton>
    </>
  )
  const filters = (
    <search aria-label={words.filters}>
      <form action="/events" key={query} className={styles.filters}>
        {view === 'past' && <input type="hidden" name="view" value="past" />}
        {facets.map(
          ({ name, options }) =>
            options.length > 0 && (
              <Facet key={name} name={name} legend={words.facets[name]} options={options} visible={6} />
            ),
        )}
        <Row>
          <Button look="main">{words.show}</Button>
          {chosen > 0 && (
            <Anchor href={view === 'past' ? '/events?view=past' : '/events'}>{words.reset}</Anchor>
          )}
        </Row>
      </form>
    </search>
  )
  return (
    <Page>
      <PageHead title={words.title} lead={words.lead} actions={actions} />
      <Finding filters={filters} chosen={chosen}>
        <Tabs tabs={tabs} label={words.title} />
        {rows.length > 0 ? (
          <p className={styles.found}>{words.found(total)}</p>
        ) : (
          <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>
        )}
        {rows.map((row) => (
          <EventRow key={row.number} row={row} coming={view === 'coming'} />
        ))}
        <Pagination next={next} />
      </Finding>
    </Page>
  )
}
