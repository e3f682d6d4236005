import { useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { askingFor } from '#app/domain/reviews/asking.server.ts'
import { ownRequests } from '#app/domain/reviews/requests.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { RequestTable } from './request-table.tsx'
import { requestRows } from './request-view.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url, locale }) => {
  const mine = acting(ctx)
  const before = url.searchParams.get('before')
  const { rows, next } = await ownRequests(mine, before ? numberOf(before) : undefined)
  return {
    title: t.reviewCourse.requests.title,
    rows: requestRows(rows, locale),
    mayAsk: (await askingFor(mine)).length > 0,
    mayDecide: mine.actor.powers.some(({ capability }) => capability === 'request.read'),
    next: next ? `/requests?before=${next}` : null,
  }
})

/** What the person's organisation asked for, and what came of it. */
export default function RequestsPage() {
  const { rows, next, mayAsk, mayDecide } = useLoaderData<typeof loader>()
  const { requests: words, plan, desk } = useMessages().reviewCourse
  const create = mayAsk && (
    <LinkButton href="/requests/new" look="main">
      {words.create}
    </LinkButton>
  )
  return (
    <Page>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          <>
            {rows.length > 0 && create}
            <LinkButton href="/plan">{plan.short}</LinkButton>
            {mayDecide && <LinkButton href="/desk/requests">{desk.title}</LinkButton>}
          </>
        }
      />
      <Stack gap={3}>
        {rows.length > 0 ? (
          <RequestTable rows={rows} place="/requests" />
        ) : (
          <EmptyState title={words.empty} action={create}>
            {mayAsk ? words.emptyText : words.nobody}
          </EmptyState>
        )}
        <Pagination next={next} />
      </Stack>
    </Page>
  )
}
