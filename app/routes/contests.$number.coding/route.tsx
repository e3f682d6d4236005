import { redirect } from '@remix-run/react'
import { codeWorks } from '#app/domain/panels/contests/coding.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) => redirect(`/contests/${numberOf(params.number)}/works`))

/** Gives every admitted work its code. */
export const action = serveAction(async ({ ctx, params }) => {
  const number = numberOf(params.number)
  await codeWorks(acting(ctx), number)
  return done(`/contests/${number}/works`, 'coded')
})
