import { useActionData, useLoaderData } from '@remix-run/react'
import { assign } from '#app/domain/reviews/decisions/assigning.server.ts'
import { Assignment } from '#app/domain/reviews/forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { Refused } from '#app/routes/drafts.$slug/refused.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  return { title: t.reviewWork.processing.title, back: `/drafts/${draft.slug}/processing` }
})

export const action = serveForm(Assignment, async ({ ctx, params, value }) => {
  const actor = acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await assign(actor, draft.id, {
    remarkIds: value.remarks,
    executorId: value.executor ?? null,
    dueDay: value.dueDay ?? null,
  })
  return done(`/drafts/${draft.slug}/processing`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

/** Seen only when the table's form was refused: why, and the way back. */
export default function RefusedPage() {
  return <Refused {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
