import { redirect } from '@remix-run/node'
import { idOf } from '#app/domain/problem.ts'
import { dissolveGroup } from '#app/domain/reviews/decisions/grouping.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

/** The address is for the button alone. */
export const loader = serve(async ({ params }) =>
  redirect(`/drafts/${encodeURIComponent(params.slug ?? '')}/groups`),
)

export const action = serveAction(async ({ ctx, params }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await dissolveGroup(acting(ctx), idOf(params.id))
  return done(`/drafts/${draft.slug}/groups`, 'saved')
})
