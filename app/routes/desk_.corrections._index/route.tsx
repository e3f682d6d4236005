import { useLoaderData } from '@remix-run/react'
import { openCorrections } from '#app/domain/experts/correcting/corrections.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { Wanted } from '#app/routes/cabinet.corrections/wanted.tsx'
import { ListPage } from '#app/ui/list-page.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { WorkList, WorkRow } from '#app/ui/work-list.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url }) => {
  const after = url.searchParams.get('after')
  const from = after === null ? null : idOf(after)
  const { rows, next } = await openCorrections(acting(ctx), from, content().settings.paging.registry)
  return { title: t.ownData.corrections.queue, rows, next: next && `/desk/corrections?after=${next}` }
})

export default function CorrectionQueue() {
  const { title, rows, next } = useLoaderData<typeof loader>()
  const words = useMessages().ownData.corrections
  const format = useFormat()
  return (
    <ListPage
      title={title}
      lead={words.queueLead}
      empty={rows.length > 0 ? null : { title: words.empty, text: words.emptyText }}
      next={next}
    >
      <WorkList>
        {rows.map((row) => (
          <WorkRow
            key={row.id}
            href={`/desk/corrections/${row.id}`}
            title={`${row.familyName} ${row.givenName} ${row.patronymic}`.trim()}
            lang="ru"
            over={`№\u00a0${row.number} · ${words.kinds[row.kind]} · ${format.day(row.madeAt)}`}
            state={<Tag tone="amber">{words.states[row.state]}</Tag>}
          >
            <Wanted of={row} />
          </WorkRow>
        ))}
      </WorkList>
    </ListPage>
  )
}
