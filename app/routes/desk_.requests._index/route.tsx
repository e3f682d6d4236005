import { useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { requestQueue } from '#app/domain/reviews/course/requests.server.ts'
import { RequestTable } from '#app/routes/requests._index/request-table.tsx'
import { requestRows } from '#app/routes/requests._index/request-view.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { acting, serve } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

const states = ['sent', 'planned', 'accepted', 'returned'] as const
type Chosen = (typeof states)[number] | 'all'

/** What waits comes first; `?state=all` shows everything. */
export const loader = serve(async ({ ctx, t, url, locale }) => {
  const asked = url.searchParams.get('state')
  const state: Chosen = states.find((one) => one === asked) ?? (asked === 'all' ? 'all' : 'sent')
  const before = url.searchParams.get('before')
  const { rows, next } = await requestQueue(acting(ctx), {
    ...(state === 'all' ? {} : { state }),
    ...(before ? { before: numberOf(before) } : {}),
  })
  return {
    title: t.reviewCourse.desk.title,
    state,
    rows: requestRows(rows, locale),
    next: next ? `/desk/requests?state=${state}&before=${next}` : null,
  }
})

export default function RequestDesk() {
  const { rows, state, next } = useLoaderData<typeof loader>()
  const { desk: words, requests } = useMessages().reviewCourse
  const tabs = [...states, 'all' as const].map((one) => ({
    href: one === 'sent' ? '/desk/requests' : `/desk/requests?state=${one}`,
    label: one === 'all' ? words.all : requests.states[one],
    current: one === state,
  }))
  return (
    <Page>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={<LinkButton href="/plan">{words.toPlan}</LinkButton>}
      />
      <Stack gap={3}>
        <Tabs tabs={tabs} label={requests.state} />
        {rows.length > 0 ? (
          <RequestTable rows={rows} place="/desk/requests" />
        ) : (
          <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
        )}
        <Pagination next={next} />
      </Stack>
    </Page>
  )
}
