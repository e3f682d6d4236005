import { useActionData, useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { decide } from '#app/domain/reviews/decisions/deciding.server.ts'
import { Decision } from '#app/domain/reviews/forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { Rivals } from '#app/routes/drafts.$slug.suggestions/row.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { decisionPage, nextWaiting } from './decision.server.ts'
import { DecisionForm } from './decision-form.tsx'
import { DecisionFrame } from './frame.tsx'
import { Reopen } from './reopen.tsx'

export const loader = serve(decisionPage)

export const action = serveForm(Decision, async ({ ctx, params, value }) => {
  const actor = acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { remark } = await threadOf(ctx, draft.id, numberOf(params.number))
  await decide(actor, remark.id, {
    decision: value.decision,
    reason: value.reason,
    seen: value.seen || null,
    together: value.together === 'on',
    boilerplateId: value.boilerplateId ?? null,
  })
  const next = value.next ? await nextWaiting(ctx, draft.id, remark.number) : null
  const path = next === null ? `/processing` : `/remarks/${next}/decision`
  return done(`/drafts/${draft.slug}${path}`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function DecisionPage() {
  const view = useLoaderData<typeof loader>()
  const { reviewWork, revising } = useMessages()
  return (
    <DecisionFrame view={view} title={reviewWork.decision.title(view.remark.number)}>
      {view.rival && (
        <section>
          <h2>{revising.suggestions.conflicts}</h2>
          <Rivals slug={view.draft.slug} row={view.rival} />
        </section>
      )}
      <DecisionForm view={view} lastResult={useActionData<typeof action>()} />
      {view.current && <Reopen slug={view.draft.slug} number={view.remark.number} />}
    </DecisionFrame>
  )
}
