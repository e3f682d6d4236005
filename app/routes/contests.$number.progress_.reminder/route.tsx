import { redirect } from '@remix-run/react'
import { remindExperts } from '#app/domain/panels/contests/running/reminding.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) => redirect(`/contests/${numberOf(params.number)}/progress`))

/** One letter to each expert whose answer or sheet is awaited. */
export const action = serveAction(async ({ ctx, params }) => {
  const number = numberOf(params.number)
  await remindExperts(acting(ctx), number)
  return done(`/contests/${number}/progress`, 'reminded')
})
