import { useLoaderData } from '@remix-run/react'
import { candidateCard } from '#app/domain/assessment/candidates.server.ts'
import { saveCandidate } from '#app/domain/assessment/choosing.server.ts'
import { CandidateCard } from '#app/domain/assessment/forms.ts'
import { openList } from '#app/domain/assessment/lists.server.ts'
import { listRules } from '#app/domain/assessment/rules.ts'
import { idOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { CardForm } from './card-form.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params }) => {
  const mine = acting(ctx)
  const list = await openList(mine, idOf(params.id))
  authorize(listRules.enter, mine.actor, list.place)
  const card = await candidateCard(mine, list, idOf(params.candidate))
  return { title: card.name, list: { id: list.id, number: list.number }, ...card }
})

export const action = serveForm(CandidateCard, async ({ ctx, params, value }) => {
  const id = idOf(params.id)
  await saveCandidate(acting(ctx), id, idOf(params.candidate), value)
  return done(`/desk/lists/${id}`, 'saved')
})

export default function CandidateCardPage() {
  const { list, name, number } = useLoaderData<typeof loader>()
  const { candidates: words, experts } = useMessages()
  return (
    <Page width="form">
      <PageHead
        crumbs={[
          { href: '/desk/lists', label: words.title },
          { href: `/desk/lists/${list.id}`, label: words.numbered(list.number) },
        ]}
        eyebrow={experts.number(number)}
        title={name}
        lang="ru"
        lead={words.card.lead}
      />
      <CardForm />
    </Page>
  )
}
