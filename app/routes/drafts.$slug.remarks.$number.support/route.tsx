import { redirect } from '@remix-run/node'
import { numberOf } from '#app/domain/problem.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { support, unsupport } from '#app/domain/reviews/remarks/supporting.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { formOf } from '#app/web/form.server.ts'
import { acting, serve, serveAction } from '#app/web/serve.server.ts'

/** The address is for the button alone; a reload of it leads back to the remark. */
export const loader = serve(async ({ params }) =>
  redirect(`/drafts/${encodeURIComponent(params.slug ?? '')}/remarks/${numberOf(params.number)}`),
)

export const action = serveAction(async ({ ctx, params, request }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { remark } = await threadOf(ctx, draft.id, numberOf(params.number))
  const wanted = (await formOf(request)).get('support') !== 'off'
  await (wanted ? support(acting(ctx), remark.id) : unsupport(acting(ctx), remark.id))
  return redirect(`/drafts/${draft.slug}/remarks/${remark.number}`)
})
