import { redirect } from '@remix-run/react'
import { endOtherSessions, endOwnSession } from '#app/domain/accounts/ending.server.ts'
import { formOf } from '#app/web/form.server.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'
import { hashOf } from '#app/web/session.server.ts'

export const loader = serve(async () => redirect('/cabinet/security'))

/** Ends one session of one's own by its mark, or all `others`. */
export const action = serveAction(async ({ ctx, request, visit }) => {
  const mine = acting(ctx)
  const which = String((await formOf(request)).get('which') ?? '')
  if (which === 'others') await endOtherSessions(mine, visit.sessionId ? hashOf(visit.sessionId) : '')
  else await endOwnSession(mine, which)
  return done('/cabinet/security', 'sessionEnded')
})
