import { redirect } from '@remix-run/react'
import { remindApplicant } from '#app/domain/assessment/way/reminding.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) => redirect(`/desk/applications/${numberOf(params.number)}`))

export const action = serveAction(async ({ ctx, params }) => {
  const number = numberOf(params.number)
  await remindApplicant(acting(ctx), number)
  return done(`/desk/applications/${number}`, 'sent')
})
