import { useLoaderData } from '@remix-run/react'
import { queueOf, waitingCases } from '#app/domain/moderation/queue.server.ts'
import { idOf, Problem } from '#app/domain/problem.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import { CaseTable } from './case-table.tsx'

export { titled as meta } from '#app/ui/titled.ts'

const opening = ['remark.moderate', 'inner.moderate']

export const loader = serve(async ({ ctx, t, url }) => {
  const mine = acting(ctx)
  if (!mine.actor.powers.some(({ capability }) => opening.includes(capability)))
    throw new Problem('forbidden')
  const closed = url.searchParams.get('state') === 'closed'
  const after = url.searchParams.get('after')
  const { rows, next } = await queueOf(mine, textKinds, { closed, ...(after ? { after: idOf(after) } : {}) })
  return {
    title: t.moderation.desk.title,
    waiting: await waitingCases(mine),
    closed,
    next: next ? `/desk/moderation?${closed ? 'state=closed&' : ''}after=${next}` : null,
    rows: rows.map(({ id, kind, origin, openedAt, reports, text }) => ({
      ...{ id, kind, origin, openedAt, reports },
      ...{ author: text.author, title: text.title, draft: text.draft, lang: text.lang },
      words: (text.body || text.replacement || '').slice(0, 240),
    })),
  }
})

export type CaseRow = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

export default function ModerationDesk() {
  const { rows, waiting, closed, next } = useLoaderData<typeof loader>()
  const words = useMessages().moderation.desk
  const tabs = (['waiting', 'closed'] as const).map((state) => ({
    href: state === 'closed' ? '/desk/moderation?state=closed' : '/desk/moderation',
    label: words.states[state],
    current: closed === (state === 'closed'),
  }))
  return (
    <Page>
      <PageHead title={words.title} lead={words.lead} meta={words.count(waiting)} />
      <Stack gap={3}>
        <Tabs tabs={tabs} label={words.title} />
        {rows.length > 0 ? (
          <CaseTable rows={rows} />
        ) : (
          <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
        )}
        <Pagination next={next} />
      </Stack>
    </Page>
  )
}
