import { redirect } from '@remix-run/react'
import { stopBatch } from '#app/domain/panels/contests/batching.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) => redirect(`/contests/${numberOf(params.number)}/panels`))

/** The button of the page of panels. */
export const action = serveAction(async ({ ctx, params }) => {
  const number = numberOf(params.number)
  await stopBatch(acting(ctx), number)
  return done(`/contests/${number}/panels`)
})
