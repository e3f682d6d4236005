import { useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import {
  composingOrganisations,
  type Listed,
  listQuestionnaires,
} from '#app/domain/questionnaires/queries.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { ListPage } from '#app/ui/list-page.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { WorkList, WorkRow } from '#app/ui/work-list.tsx'
import { acting, serve } from '#app/web/serve.server.ts'

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
    <ListPage
      title={words.title}
      lead={words.lead}
      create={create}
      empty={rows.length > 0 ? null : { title: words.empty, text: words.emptyText }}
      next={next}
    >
      <WorkList>
        {rows.map((row) => (
          <Line key={row.number} row={row} />
        ))}
      </WorkList>
    </ListPage>
  )
}

function Line({ row }: { row: Listed }) {
  const { questionnaires: words } = useMessages()
  const format = useFormat()
  const tone = row.state === 'open' ? 'green' : 'neutral'
  return (
    <WorkRow
      href={`/questionnaires/${row.number}${row.published ? '' : '/edit'}`}
      title={row.title}
      lang="ru"
      over={[words.kinds[row.kind], row.organisation].join(' · ')}
      state={
        <>
          <Tag tone={row.published ? tone : 'amber'}>
            {row.published ? words.states[row.state] : words.unpublished}
          </Tag>
          {row.term && row.published && <p>{format.days(row.term.firstDay, row.term.lastDay)}</p>}
          {row.done ? <p>{words.answeredMark}</p> : row.staff && <p>{words.answers(row.answered)}</p>}
        </>
      }
    >
      {row.draft && `${words.about} «${row.draft.title}»`}
    </WorkRow>
  )
}
