import { useLoaderData } from '@remix-run/react'
import { campaignsOf } from '#app/domain/assessment/results/campaigns.server.ts'
import { idOrNothing } from '#app/routes/desk_.imports._index/cursor.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { ListPage } from '#app/ui/list-page.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { WorkList, WorkRow } from '#app/ui/work-list.tsx'
import { acting, serve } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url }) => {
  const mine = acting(ctx)
  const { campaigns, next } = await campaignsOf(mine, idOrNothing(url.searchParams.get('before')), 30)
  return {
    title: t.results.title,
    campaigns,
    mayBring: mine.actor.powers.some(({ capability }) => capability === 'application.edit'),
    next: next ? `/desk/results?before=${next}` : null,
  }
})

export default function CampaignsPage() {
  const { title, campaigns, mayBring, next } = useLoaderData<typeof loader>()
  const words = useMessages().results
  const format = useFormat()
  return (
    <ListPage
      title={title}
      lead={words.lead}
      create={
        mayBring && (
          <LinkButton href="/desk/imports/new?kind=results" look="main">
            {words.bring}
          </LinkButton>
        )
      }
      empty={campaigns.length > 0 ? null : { title: words.empty, text: words.emptyText }}
      next={next}
    >
      <WorkList>
        {campaigns.map(({ id, name, direction, day, total, passed }) => (
          <WorkRow
            key={id}
            href={`/desk/results/${id}`}
            title={name}
            lang="ru"
            over={<span lang="ru">{direction}</span>}
            state={words.passed(passed, total)}
          >
            {format.dayDigits(day)}
          </WorkRow>
        ))}
      </WorkList>
    </ListPage>
  )
}
