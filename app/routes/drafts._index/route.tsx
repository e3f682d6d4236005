import { useLoaderData } from '@remix-run/react'
import { DraftRow } from '#app/routes/drafts.$slug/draft-row.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Finding, Page, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { serve } from '#app/web/serve.server.ts'
import { Filters } from './filters.tsx'
import { listPage } from './list.server.ts'

export const loader = serve(listPage)

export { titled as meta } from '#app/ui/titled.ts'

export default function DraftsPage() {
  const { open, rest, next, filters, mayCreate } = useLoaderData<typeof loader>()
  const { reviews, shell } = useMessages()
  const words = reviews.list
  const nothing = open.length + rest.length === 0
  return (
    <Page>
      <PageHead
        title={reviews.title}
        lead={reviews.lead}
        actions={
          <>
            {mayCreate && (
              <LinkButton href="/drafts/new" look="main">
                {words.create}
              </LinkButton>
            )}
            <LinkButton href="/plan">{shell.nav.plan}</LinkButton>
            <LinkButton href="/questionnaires">{shell.nav.questionnaires}</LinkButton>
          </>
        }
      />
      <Finding filters={<Filters filters={filters} />}>
        {nothing && (
          <EmptyState
            title={filters.chosen > 0 ? words.empty : words.nothing}
            action={filters.chosen > 0 && <LinkButton href="/drafts">{words.reset}</LinkButton>}
          >
            {filters.chosen > 0 ? words.emptyText : words.nothingText}
          </EmptyState>
        )}
        <Stack gap={6}>
          {open.length > 0 && (
            <section>
              <SectionHead title={words.now} />
              {open.map((draft) => (
                <DraftRow key={draft.slug} draft={draft} />
              ))}
            </section>
          )}
          {rest.length > 0 && (
            <section>
              {open.length > 0 && <SectionHead title={words.other} />}
              {rest.map((draft) => (
                <DraftRow key={draft.slug} draft={draft} level={open.length > 0 ? 3 : 2} />
              ))}
            </section>
          )}
          <Pagination next={next} />
        </Stack>
      </Finding>
    </Page>
  )
}
