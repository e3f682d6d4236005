import { redirect } from '@remix-run/node'
import { confirmDecisions } from '#app/domain/reviews/decisions/chaining.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

/** The address is for the button alone. */
export const loader = serve(async ({ params }) =>
  redirect(`/drafts/${encodeURIComponent(params.slug ?? '')}/processing`),
)

export const action = serveAction(async ({ ctx, params }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await confirmDecisions(acting(ctx), draft.id)
  return done(`/drafts/${draft.slug}/processing`, 'saved')
})
