import { useLoaderData } from '@remix-run/react'
import { listPanels, requestableDrafts } from '#app/domain/panels/queries.server.ts'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import styles from './panels.module.css'
import { toneOf } from './stage-tone.ts'

export { titled as meta } from '#app/ui/titled.ts'

const works = ['panel.read', 'panel.select', 'panel.request', 'panel.convene']

export const loader = serve(async ({ ctx, t, url }) => {
  const mine = acting(ctx)
  if (!mine.actor.powers.some(({ capability }) => works.includes(capability))) throw new Problem('forbidden')
  const before = url.searchParams.get('before')
  const { page, next } = await listPanels(mine, before ? numberOf(before) : undefined)
  const mayCreate = (await requestableDrafts(mine)).length > 0
  return { title: t.panels.title, page, next: next ? `/panels?before=${next}` : null, mayCreate }
})

export default function PanelsPage() {
  const { page, next, mayCreate } = useLoaderData<typeof loader>()
  const { panels: words } = useMessages()
  const format = useFormat()
  const create = mayCreate && (
    <LinkButton href="/panels/new" look="main">
      {words.create}
    </LinkButton>
  )
  return (
    <Page>
      <PageHead title={words.title} lead={words.lead} actions={page.length > 0 && create} />
      {page.length === 0 && (
        <EmptyState title={words.empty} action={create}>
          {words.emptyText}
        </EmptyState>
      )}
      <ul className={styles.list}>
        {page.map((panel) => (
          <li key={panel.number} className={styles.panel}>
            <div>
              <h2 className={styles.title}>
                <Anchor href={`/panels/${panel.number}`}>{panel.title}</Anchor>
              </h2>
              <p className={styles.about}>
                {words.number(panel.number)} · {panel.organisation} · {words.about(panel.draft.title)}
              </p>
            </div>
            <div className={styles.state}>
              <Tag tone={toneOf(panel.stage)}>{words.stage[panel.stage]}</Tag>
              <p>
                {words.acceptedOf(panel.accepted, panel.size)}
                <br />
                {words.until(format.dayMonth(panel.lastDay))}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <Pagination next={next} />
    </Page>
  )
}
