import { useActionData, useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { recommend } from '#app/domain/reviews/decisions/assigning.server.ts'
import { Recommendation } from '#app/domain/reviews/forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { recommendationPage } from '#app/routes/drafts.$slug.remarks.$number.decision/decision.server.ts'
import { DecisionForm } from '#app/routes/drafts.$slug.remarks.$number.decision/decision-form.tsx'
import { DecisionFrame } from '#app/routes/drafts.$slug.remarks.$number.decision/frame.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(recommendationPage)

export const action = serveForm(Recommendation, async ({ ctx, params, value }) => {
  const actor = acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { remark } = await threadOf(ctx, draft.id, numberOf(params.number))
  await recommend(actor, remark.id, value)
  return done(`/drafts/${draft.slug}/processing?executor=me`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

/** What the executor proposes to answer. */
export default function RecommendationPage() {
  const view = useLoaderData<typeof loader>()
  const words = useMessages().reviewWork.processing
  return (
    <DecisionFrame view={view} title={words.recommendTitle(view.remark.number)}>
      <DecisionForm view={view} lastResult={useActionData<typeof action>()} />
    </DecisionFrame>
  )
}
