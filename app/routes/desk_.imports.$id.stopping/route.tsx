import { redirect } from '@remix-run/react'
import { stopPeople } from '#app/domain/experts/people-stopping.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) => redirect(`/desk/imports/${idOf(params.id)}`))

/** Stops the writing of the list. */
export const action = serveAction(async ({ ctx, params }) => {
  const id = idOf(params.id)
  await stopPeople(acting(ctx), id)
  return done(`/desk/imports/${id}`, 'stopping')
})
