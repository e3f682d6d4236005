import { redirect } from '@remix-run/react'
import { endDeputy } from '#app/domain/accounts/deputising.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async () => redirect('/cabinet/deputy'))

/** Ends a deputy from today. */
export const action = serveAction(async ({ ctx, params }) => {
  await endDeputy(acting(ctx), idOf(params.id))
  return done('/cabinet/deputy', 'ended')
})
