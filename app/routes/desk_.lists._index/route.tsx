import { useLoaderData } from '@remix-run/react'
import { listsOfCandidates } from '#app/domain/assessment/lists.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { ListPage } from '#app/ui/list-page.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { Tone } from '#app/ui/tone.ts'
import { WorkList, WorkRow } from '#app/ui/work-list.tsx'
import { acting, serve } from '#app/web/serve.server.ts'

const PAGE = 30

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url }) => {
  const mine = acting(ctx)
  const has = (...wanted: string[]) => mine.actor.powers.some(({ capability }) => wanted.includes(capability))
  if (!has('order.list', 'order.approve', 'order.read')) throw new Problem('forbidden')
  const asked = url.searchParams.get('before') ?? ''
  const { lists, next } = await listsOfCandidates(mine, /^\d{1,9}$/.test(asked) ? Number(asked) : null, PAGE)
  return {
    ...{ title: t.candidates.title, lists, mayStart: has('order.list') },
    next: next === null ? null : `/desk/lists?before=${next}`,
  }
})

const tones: Record<string, Tone> = {
  draft: 'neutral',
  agreement: 'amber',
  ready: 'blue',
  registered: 'green',
}

export default function CandidateListsPage() {
  const { lists, mayStart, next } = useLoaderData<typeof loader>()
  const words = useMessages().candidates
  return (
    <ListPage
      title={words.title}
      lead={words.lead}
      create={
        mayStart && (
          <LinkButton href="/desk/lists/new" look="main">
            {words.start}
          </LinkButton>
        )
      }
      empty={lists.length > 0 ? null : { title: words.empty, text: words.emptyText }}
      next={next}
    >
      <WorkList>
        {lists.map(({ id, number, title, direction, municipality, state, people, discardedAt }) => (
          <WorkRow
            key={id}
            href={`/desk/lists/${id}`}
            title={title}
            lang="ru"
            over={words.numbered(number)}
            state={
              discardedAt ? (
                <Tag>{words.discarded}</Tag>
              ) : (
                <Tag tone={tones[state]}>{words.states[state]}</Tag>
              )
            }
          >
            <span lang="ru">{[direction, municipality].filter(Boolean).join(', ')}</span> ·{' '}
            {words.people(people)}
          </WorkRow>
        ))}
      </WorkList>
    </ListPage>
  )
}
