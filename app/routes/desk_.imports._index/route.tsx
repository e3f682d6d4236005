import { useLoaderData } from '@remix-run/react'
import { listImports } from '#app/domain/organisations/imports.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { ListPage } from '#app/ui/list-page.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { WorkList, WorkRow } from '#app/ui/work-list.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { idOrNothing } from './cursor.ts'

export const loader = serve(async ({ ctx, t, url }) => {
  const { rows, next } = await listImports(acting(ctx), idOrNothing(url.searchParams.get('before')))
  return { title: t.imports.title, rows, next: next ? `/desk/imports?before=${next}` : null }
})

export { titled as meta } from '#app/ui/titled.ts'

const tones = {
  open: 'amber',
  running: 'blue',
  done: 'green',
  undone: 'neutral',
  discarded: 'neutral',
} as const

export default function ImportsPage() {
  const { rows, next } = useLoaderData<typeof loader>()
  const words = useMessages().imports
  const format = useFormat()
  return (
    <ListPage
      title={words.title}
      lead={words.lead}
      create={
        <LinkButton href="/desk/imports/new" look="main">
          {words.start}
        </LinkButton>
      }
      empty={rows.length > 0 ? null : { title: words.empty, text: words.emptyText }}
      next={next}
    >
      <WorkList>
        {rows.map(({ id, kind, name, state, createdAt, municipality, order, rows: count }) => (
          <WorkRow
            key={id}
            href={`/desk/imports/${id}`}
            title={name}
            over={[words.kinds[kind], municipality, order && words.ofOrder(order)]
              .filter(Boolean)
              .join(' · ')}
            state={<Tag tone={tones[state]}>{words.states[state]}</Tag>}
          >
            {[format.date(createdAt), count > 0 && words.rows(count)].filter(Boolean).join(' · ')}
          </WorkRow>
        ))}
      </WorkList>
    </ListPage>
  )
}
