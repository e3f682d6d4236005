import { useActionData, useLoaderData } from '@remix-run/react'
import { TakingBack } from '#app/domain/reviews/forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { takeBackProposal } from '#app/domain/reviews/versions/applying.server.ts'
import { Refused } from '#app/routes/drafts.$slug/refused.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  return { title: t.revising.suggestions.title, back: `/drafts/${draft.slug}/suggestions` }
})

export const action = serveForm(TakingBack, async ({ ctx, params, value }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await takeBackProposal(acting(ctx), draft.id, value)
  return done(`/drafts/${draft.slug}/suggestions`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

/** Seen only when the words could not be put back: why, and the way to the list. */
export default function RefusedPage() {
  return <Refused {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
