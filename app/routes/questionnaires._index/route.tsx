import { useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import {
  composingOrganisations,
  type Listed,
  listQuestionnaires,
} from '#app/domain/questionnaires/queries.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import styles from './list.module.css'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url }) => {
  const before = url.searchParams.get('before')
  const { rows, next } = await listQuestionnaires(ctx, before ? { before: numberOf(before) } : {})
  const mayCreate = ctx.actor !== null && (await composingOrganisations(acting(ctx))).length > 0
  return {
    title: t.questionnaires.title,
    rows,
    mayCreate,
    next: next === null ? null : `/questionnaires?before=${next}`,
  }
})

export default function QuestionnairesPage() {
  const { rows, next, mayCreate } = useLoaderData<typeof loader>()
  const { questionnaires: words } = useMessages()
  const create = mayCreate && (
    <LinkButton href="/questionnaires/new" look="main">
      {words.create}
    </LinkButton>
  )
  return (
    <Page>
      <PageHead title={words.title} lead={words.lead} actions={rows.length > 0 && create} />
      {rows.length === 0 && (
        <EmptyState title={words.empty} action={create}>
          {words.emptyText}
        </EmptyState>
      )}
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.number} className={styles.row}>
            <Line row={row} />
          </li>
        ))}
      </ul>
      <Pagination next={next} />
    </Page>
  )
}

function Line({ row }: { row: Listed }) {
  const { questionnaires: words } = useMessages()
  const format = useFormat()
  const tone = row.state === 'open' ? 'green' : 'neutral'
  return (
    <>
      <div>
        <p className={styles.facts}>{[words.kinds[row.kind], row.organisation].join(' · ')}</p>
        <h2 className={styles.title} lang="ru">
          <Anchor href={`/questionnaires/${row.number}${row.published ? '' : '/edit'}`}>{row.title}</Anchor>
        </h2>
        {row.draft && <p className={styles.facts}>{`${words.about} «${row.draft.title}»`}</p>}
      </div>
      <div className={styles.state}>
        <Tag tone={row.published ? tone : 'amber'}>
          {row.published ? words.states[row.state] : words.unpublished}
        </Tag>
        {row.term && row.published && <p>{format.days(row.term.firstDay, row.term.lastDay)}</p>}
        {row.done ? <p>{words.answeredMark}</p> : row.staff && <p>{words.answers(row.answered)}</p>}
      </div>
    </>
  )
}
