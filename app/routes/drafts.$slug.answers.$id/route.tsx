import { redirect } from '@remix-run/node'
import { idOf } from '#app/domain/problem.ts'
import { retireBoilerplate } from '#app/domain/reviews/decisions/boilerplating.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

/** The address is for the button alone. */
export const loader = serve(async ({ params }) =>
  redirect(`/drafts/${encodeURIComponent(params.slug ?? '')}/answers`),
)

export const action = serveAction(async ({ ctx, params }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await retireBoilerplate(acting(ctx), draft.id, idOf(params.id))
  return done(`/drafts/${draft.slug}/answers`, 'saved')
})
