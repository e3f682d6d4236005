import { redirect } from '@remix-run/node'
import { discardDirectionDraft } from '#app/domain/experts/direction-drafting.server.ts'
import { directionDraft } from '#app/domain/experts/direction-drafts.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

/** A GET only happens by a typed address: the page of the draft has the button. */
export const loader = serve(async ({ ctx, params }) => {
  const { id } = await directionDraft(acting(ctx), idOf(params.id))
  return redirect(`/desk/directions/${id}`)
})

export const action = serveAction(async ({ ctx, params }) => {
  const id = idOf(params.id)
  await discardDirectionDraft(acting(ctx), id)
  return done('/desk/directions', 'listDiscarded')
})
