import { redirect } from '@remix-run/node'
import { registerForEvent } from '#app/domain/events/registering.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) => redirect(`/events/${numberOf(params.number)}`))

/** Takes a seat, or a place on the waiting list. */
export const action = serveAction(async ({ ctx, params }) => {
  const number = numberOf(params.number)
  const place = await registerForEvent(acting(ctx), number)
  return done(place === 'confirmed' ? `/events/${number}/ticket` : `/events/${number}`, 'saved')
})
