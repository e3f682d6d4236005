import { redirect } from '@remix-run/react'
import { sendWork } from '#app/domain/panels/contests/submitting.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) => redirect(`/works/${numberOf(params.number)}`))

/** Hands the work in. */
export const action = serveAction(async ({ ctx, params }) => {
  const number = numberOf(params.number)
  await sendWork(acting(ctx), number)
  return done(`/works/${number}`, 'workSent')
})
