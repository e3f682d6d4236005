import { useLoaderData } from '@remix-run/react'
import { openClaims } from '#app/domain/experts/claiming/claims.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { ListPage } from '#app/ui/list-page.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { WorkList, WorkRow } from '#app/ui/work-list.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url }) => {
  const after = url.searchParams.get('after')
  const { rows, next } = await openClaims(
    acting(ctx),
    after === null ? null : idOf(after),
    content().settings.paging.registry,
  )
  return { title: t.activation.claims.title, rows, next: next && `/desk/claims?after=${next}` }
})

export default function ClaimsPage() {
  const { title, rows, next } = useLoaderData<typeof loader>()
  const words = useMessages().activation.claims
  const format = useFormat()
  return (
    <ListPage
      title={title}
      lead={words.lead}
      empty={rows.length > 0 ? null : { title: words.empty, text: words.emptyText }}
      next={next}
    >
      <WorkList>
        {rows.map(({ id, number, entry, name, entryName, madeAt, state }) => (
          <WorkRow
            key={id}
            href={`/desk/claims/${id}`}
            title={name === entryName ? name : `${name} → ${entryName}`}
            lang="ru"
            over={words.row(number, entry)}
            state={<Tag tone="amber">{words.states[state]}</Tag>}
          >
            {words.made(format.day(madeAt))}
          </WorkRow>
        ))}
      </WorkList>
    </ListPage>
  )
}
