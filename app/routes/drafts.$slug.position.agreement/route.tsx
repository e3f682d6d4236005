import { redirect } from '@remix-run/node'
import { withdrawDissent } from '#app/domain/reviews/inner/dissenting.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

/** Only the button of the position's page leads here. */
export const loader = serve(async ({ params }) =>
  redirect(`/drafts/${encodeURIComponent(params.slug ?? '')}/position`),
)

/** The own dissenting opinion is taken back. */
export const action = serveAction(async ({ ctx, params }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await withdrawDissent(acting(ctx), draft.id)
  return done(`/drafts/${encodeURIComponent(draft.slug)}/position`, 'removed')
})
