import { useLoaderData } from '@remix-run/react'
import { refuseIdle } from '#app/domain/panels/composition/keeping.server.ts'
import { requestingOrganisations } from '#app/domain/panels/objects/asking.server.ts'
import { listPanels } from '#app/domain/panels/queries.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { ListPage } from '#app/ui/list-page.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { WorkList, WorkRow } from '#app/ui/work-list.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { useObjectWords } from './object-link.tsx'
import { toneOf } from './stage-tone.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url }) => {
  const mine = acting(ctx)
  await refuseIdle(mine)
  const before = url.searchParams.get('before')
  const { page, next } = await listPanels(mine, before ? numberOf(before) : undefined)
  const mayCreate = (await requestingOrganisations(mine)).length > 0
  return { title: t.panels.title, page, next: next ? `/panels?before=${next}` : null, mayCreate }
})

export default function PanelsPage() {
  const { page, next, mayCreate } = useLoaderData<typeof loader>()
  const { panels: words } = useMessages()
  const format = useFormat()
  const about = useObjectWords()
  const create = mayCreate && (
    <LinkButton href="/panels/new" look="main">
      {words.create}
    </LinkButton>
  )
  return (
    <ListPage
      title={words.title}
      lead={words.lead}
      create={create}
      empty={page.length > 0 ? null : { title: words.empty, text: words.emptyText }}
      next={next}
    >
      <WorkList>
        {page.map((panel) => (
          <WorkRow
            key={panel.number}
            href={`/panels/${panel.number}`}
            title={panel.title}
            state={
              <>
                <Tag tone={toneOf(panel.stage)}>{words.stage[panel.stage]}</Tag>
                <p>
                  {words.acceptedOf(panel.accepted, panel.size)}
                  <br />
                  {words.until(format.dayMonth(panel.lastDay))}
                </p>
              </>
            }
          >
            {words.number(panel.number)} · {panel.organisation} · {about(panel.object)}
          </WorkRow>
        ))}
      </WorkList>
    </ListPage>
  )
}
