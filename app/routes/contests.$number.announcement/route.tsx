import { redirect } from '@remix-run/react'
import { announceContest } from '#app/domain/panels/contests/contesting.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) => redirect(`/contests/${numberOf(params.number)}`))

/** Makes the contest public. */
export const action = serveAction(async ({ ctx, params }) => {
  const number = numberOf(params.number)
  await announceContest(acting(ctx), number)
  return done(`/contests/${number}`, 'announcedContest')
})
