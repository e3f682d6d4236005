import { useLoaderData } from '@remix-run/react'
import { ownApplications } from '#app/domain/assessment/way/applications.server.ts'
import styles from '#app/routes/cabinet.applications_.$number/way.module.css'
import { WayLine } from '#app/routes/cabinet.applications_.$number/way.tsx'
import { wayView } from '#app/routes/cabinet.applications_.$number/way-view.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { acting, serve } from '#app/web/serve.server.ts'

/** Those above are shown as lines, older ones by name. */
const lines = 5

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, locale }) => {
  const mine = acting(ctx)
  const own = await ownApplications(mine)
  const views = []
  for (const { number } of own.slice(0, lines)) {
    const { line, due, stage, direction } = await wayView(mine, number, locale)
    views.push({ number, line, due, stage, direction })
  }
  const older = own.slice(lines).map(({ number, stage, direction }) => ({ number, stage, direction }))
  return { title: t.applications.cabinet.title, views, older }
})

export default function OwnApplicationsPage() {
  const { title, views, older } = useLoaderData<typeof loader>()
  const words = useMessages().applications
  const create = (
    <LinkButton href="/cabinet/applications/new" look="main">
      {words.cabinet.create}
    </LinkButton>
  )
  if (views.length === 0)
    return (
      <EmptyState title={words.cabinet.empty} action={create}>
        {words.cabinet.emptyText}
      </EmptyState>
    )
  return (
    <Stack gap={4}>
      <SectionHead title={title} />
      <p>{words.cabinet.lead}</p>
      <div>{create}</div>
      <div>
        {views.map(({ number, direction, stage, ...view }) => (
          <article key={number} className={styles.row}>
            <Row between>
              <h3 lang="ru">
                <Anchor href={`/cabinet/applications/${number}`}>{direction}</Anchor>
              </h3>
              <Tag>{words.stages[stage]}</Tag>
            </Row>
            <WayLine of={view} />
          </article>
        ))}
        {older.map(({ number, direction, stage }) => (
          <p key={number} lang="ru">
            <Anchor href={`/cabinet/applications/${number}`}>{direction}</Anchor>, {words.stages[stage]}
          </p>
        ))}
      </div>
    </Stack>
  )
}
