import { redirect } from '@remix-run/react'
import { formOf } from '#app/web/form.server.ts'
import { leftCookie } from '#app/web/request.server.ts'
import { done, enrolling, serve, serveAction } from '#app/web/serve.server.ts'

/** Nothing to see: an address typed by hand leads home. */
export const loader = serve(async () => redirect('/'), { confined: true })

/** Ends this session; with `everywhere` all sessions of the person. */
export const action = serveAction(
  async ({ ctx, request, visit, services }) => {
    const form = await formOf(request)
    if (form.get('everywhere') === 'on')
      await services.sessions.endAll(enrolling({ ctx, visit }).actor.userId)
    const cookie = await services.sessions.end(visit.sessionId)
    // A prolonged cookie of this very request must not come after the cleared one.
    visit.cookies.length = 0
    return done('/', 'signedOut', [cookie, leftCookie])
  },
  { guests: true },
)
