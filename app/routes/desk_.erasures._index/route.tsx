import { useLoaderData } from '@remix-run/react'
import { erasureQueue } from '#app/domain/experts/erasing/erasures.server.ts'
import { ListPage } from '#app/ui/list-page.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { WorkList, WorkRow } from '#app/ui/work-list.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => {
  const mine = acting(ctx)
  const rows = await erasureQueue(mine, content().settings.paging.log)
  return { title: t.ownData.erasure.queue, rows, today: mine.actor.today }
})

export default function ErasureQueue() {
  const { title, rows, today } = useLoaderData<typeof loader>()
  const words = useMessages().ownData.erasure
  const format = useFormat()
  const toneOf = (row: (typeof rows)[number]) =>
    row.state !== 'open' ? 'neutral' : row.dueDay < today ? 'red' : 'amber'
  return (
    <ListPage
      title={title}
      lead={words.queueLead}
      empty={rows.length > 0 ? null : { title: words.empty, text: words.emptyText }}
      next={null}
    >
      <WorkList>
        {rows.map((row) => (
          <WorkRow
            key={row.number}
            href={`/desk/erasures/${row.number}`}
            title={words.row(row.number, row.person)}
            state={<Tag tone={toneOf(row)}>{words.states[row.state]}</Tag>}
          >
            {words.due(format.day(row.askedAt), format.day(row.dueDay))}
          </WorkRow>
        ))}
      </WorkList>
    </ListPage>
  )
}
