import { redirect } from '@remix-run/react'
import { endGrant } from '#app/domain/accounts/granting.server.ts'
import { idOf, numberOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) => redirect(`/admin/grants/${numberOf(params.number)}`))

/** Ends a grant from today. */
export const action = serveAction(async ({ ctx, params }) => {
  await endGrant(acting(ctx), idOf(params.id))
  return done(`/admin/grants/${numberOf(params.number)}`, 'ended')
})
