import { useLoaderData } from '@remix-run/react'
import { listContests, mayPrepare } from '#app/domain/panels/contests/queries.server.ts'
import { ownWorks } from '#app/domain/panels/contests/submitting.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { ListPage } from '#app/ui/list-page.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { WorkList, WorkRow } from '#app/ui/work-list.tsx'
import { serve } from '#app/web/serve.server.ts'
import { toneOf } from './stage-tone.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url }) => {
  const before = url.searchParams.get('before')
  const { page, next } = await listContests(ctx, before ? numberOf(before) : undefined)
  return {
    title: t.contests.title,
    page,
    next: next ? `/contests?before=${next}` : null,
    mayCreate: mayPrepare(ctx.actor),
    own: ctx.actor ? await ownWorks(ctx) : [],
  }
})

export default function ContestsPage() {
  const { page, next, mayCreate, own } = useLoaderData<typeof loader>()
  const { contests: words } = useMessages()
  const format = useFormat()
  const create = mayCreate && (
    <LinkButton href="/contests/new" look="main">
      {words.create}
    </LinkButton>
  )
  const notice = own.length > 0 && (
    <Notice title={words.yours}>
      <ul>
        {own.map(({ number, title, state }) => (
          <li key={number}>
            <Anchor href={`/works/${number}`}>{title || words.work.untitled}</Anchor>,{' '}
            {words.work.state[state]}
          </li>
        ))}
      </ul>
    </Notice>
  )
  return (
    <ListPage
      title={words.title}
      lead={words.lead}
      create={create}
      notice={notice}
      empty={page.length > 0 ? null : { title: words.empty, text: words.emptyText }}
      next={next}
    >
      <WorkList>
        {page.map(({ number, title, stage, organisation, opensAt, closesAt }) => (
          <WorkRow
            key={number}
            href={`/contests/${number}`}
            title={title}
            lang="ru"
            state={
              <>
                <Tag tone={toneOf(stage)}>{words.stage[stage]}</Tag>
                {stage === 'open' && <p>{words.until(format.date(closesAt))}</p>}
                {stage === 'announced' && <p>{words.from(format.date(opensAt))}</p>}
              </>
            }
          >
            {words.page.number(number)} · {organisation}
          </WorkRow>
        ))}
      </WorkList>
    </ListPage>
  )
}
