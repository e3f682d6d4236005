import { useLoaderData, useLocation } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Finding, Page, Row } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { serve } from '#app/web/serve.server.ts'
import { AsOf } from './as-of.tsx'
import { Filters } from './filters.tsx'
import { type ExpertsView, expertsPage } from './list.server.ts'
import { PersonRow } from './person-row.tsx'
import styles from './registry.module.css'

export const loader = serve(expertsPage)

export { titled as meta } from '#app/ui/titled.ts'

export default function ExpertsPage() {
  const view = useLoaderData<typeof loader>()
  const { experts, applications } = useMessages()
  const { howTo } = applications
  const { search } = useLocation()
  const { rows, next, chosen, similar, filter, anyone } = view
  return (
    <Page>
      <PageHead
        title={experts.title}
        lead={experts.lead}
        actions={
          <Row>
            <Anchor href="/experts/coverage">{experts.coverage.title}</Anchor>
            <Anchor href="/experts/changes">{experts.changes.title}</Anchor>
            <Anchor href={`/experts/filters${chosen > 0 ? search : ''}`}>
              {chosen > 0 ? experts.kept.keep : experts.kept.own}
            </Anchor>
            <LinkButton href="/help/applicant">{howTo.link}</LinkButton>
          </Row>
        }
      />
      <Finding filters={<Filters view={view} />} chosen={chosen}>
        <AsOf view={view} />
        {rows.length > 0 && (
          <p className={styles.found}>{similar ? experts.similar(filter.q) : <Total view={view} />}</p>
        )}
        {rows.length === 0 && (
          <EmptyState
            title={anyone ? experts.empty : experts.emptyDay}
            action={<LinkButton href="/experts">{experts.reset}</LinkButton>}
          >
            {anyone ? experts.emptyText : experts.emptyDayText}
          </EmptyState>
        )}
        {rows.map((row) => (
          <PersonRow key={row.number} row={row} />
        ))}
        <Pagination next={next} />
      </Finding>
    </Page>
  )
}

function Total({ view: { total, chosen, exactTo } }: { view: ExpertsView }) {
  const [{ experts }, format] = [useMessages(), useFormat()]
  if (total <= exactTo.total) return chosen > 0 ? experts.found(total) : experts.inRegistry(total)
  const most = format.number(exactTo.total)
  return chosen > 0 ? experts.foundMore(most) : experts.inRegistryMore(most)
}
