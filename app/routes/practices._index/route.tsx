import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Finding, Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { serve } from '#app/web/serve.server.ts'
import styles from './catalogue.module.css'
import { cataloguePage } from './catalogue.server.ts'
import { Filters } from './filters.tsx'
import { PracticeRow } from './practice-row.tsx'

export const loader = serve(cataloguePage)

export { titled as meta } from '#app/ui/titled.ts'

export default function PracticesPage() {
  const view = useLoaderData<typeof loader>()
  const { practices: words } = useMessages()
  const { rows, next, chosen, total, describes } = view
  return (
    <Page>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          describes && (
            <LinkButton href="/practices/new" look="main">
              {words.writing.start}
            </LinkButton>
          )
        }
      />
      <Finding filters={<Filters view={view} />} chosen={chosen}>
        {rows.length > 0 && (
          <p className={styles.found}>{chosen > 0 ? words.found(total) : words.all(total)}</p>
        )}
        {rows.length === 0 && (
          <EmptyState
            title={chosen > 0 ? words.emptyTitle : words.nothingTitle}
            action={chosen > 0 && <LinkButton href="/practices">{words.reset}</LinkButton>}
          >
            {chosen > 0 ? words.emptyText : words.nothingText}
          </EmptyState>
        )}
        {rows.map((row) => (
          <PracticeRow key={row.number} row={row} />
        ))}
        <Pagination next={next} />
      </Finding>
    </Page>
  )
}
