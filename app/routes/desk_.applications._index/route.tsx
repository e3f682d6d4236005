import { useLoaderData } from '@remix-run/react'
import { decideApplications } from '#app/domain/assessment/way/deciding.server.ts'
import { DecisionForm } from '#app/domain/assessment/way/forms.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Finding, Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { QueueFilters } from './filters.tsx'
import { queuePage } from './queue.server.ts'
import { QueueForm } from './queue-form.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url, locale }) => ({
  title: t.applications.desk.title,
  ...(await queuePage(acting(ctx), url.searchParams, locale)),
}))

/** Decides on those that are ticked, on all or on none. */
export const action = serveForm(DecisionForm, async ({ ctx, value }) => {
  await decideApplications(acting(ctx), value)
  return done('/desk/applications', 'decided')
})

export default function ApplicationsPage() {
  const { title, rows, next, direction, stage } = useLoaderData<typeof loader>()
  const words = useMessages().applications.desk
  const chosen = [direction, stage].filter(Boolean).length
  return (
    <Page>
      <PageHead title={title} lead={words.lead} />
      <Finding filters={<QueueFilters />} chosen={chosen}>
        <Stack gap={3}>
          {rows.length > 0 ? <QueueForm /> : <EmptyState title={words.empty}>{words.emptyText}</EmptyState>}
          <Pagination next={next} />
        </Stack>
      </Finding>
    </Page>
  )
}
