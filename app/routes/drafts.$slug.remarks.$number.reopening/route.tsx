import { redirect } from '@remix-run/node'
import { numberOf } from '#app/domain/problem.ts'
import { reopen } from '#app/domain/reviews/decisions/deciding.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

/** The address is for the button alone; a reload of it leads back to the remark. */
export const loader = serve(async ({ params }) =>
  redirect(`/drafts/${encodeURIComponent(params.slug ?? '')}/remarks/${numberOf(params.number)}`),
)

export const action = serveAction(async ({ ctx, params }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { remark } = await threadOf(ctx, draft.id, numberOf(params.number))
  await reopen(acting(ctx), remark.id)
  return done(`/drafts/${draft.slug}/remarks/${remark.number}`, 'saved')
})
