import { useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { askingFor } from '#app/domain/reviews/course/asking.server.ts'
import { ownRequests } from '#app/domain/reviews/course/requests.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { ListPage } from '#app/ui/list-page.tsx'
import { useMessages } from '#app/ui/messages.tsx'
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
    <ListPage
      title={words.title}
      lead={words.lead}
      create={create}
      actions={
        <>
          <LinkButton href="/plan">{plan.short}</LinkButton>
          {mayDecide && <LinkButton href="/desk/requests">{desk.title}</LinkButton>}
        </>
      }
      empty={rows.length > 0 ? null : { title: words.empty, text: mayAsk ? words.emptyText : words.nobody }}
      next={next}
    >
      <RequestTable rows={rows} place="/requests" />
    </ListPage>
  )
}
