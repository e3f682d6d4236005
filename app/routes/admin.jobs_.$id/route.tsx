import { redirect } from '@remix-run/react'
import { cancelJob } from '#app/domain/files/jobs.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async () => redirect('/admin/jobs'))

/** Asks a job to stop. */
export const action = serveAction(async ({ ctx, params }) => {
  await cancelJob(acting(ctx), idOf(params.id))
  return done('/admin/jobs', 'ended')
})
