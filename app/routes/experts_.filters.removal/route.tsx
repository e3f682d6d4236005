import { redirect } from '@remix-run/react'
import { removeFilter } from '#app/domain/experts/saved-filters.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { formOf } from '#app/web/form.server.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async () => redirect('/experts/filters'))

/** Forgets one of the own filters. */
export const action = serveAction(async ({ ctx, request }) => {
  const mine = acting(ctx)
  await removeFilter(mine, idOf(String((await formOf(request)).get('id') ?? '')))
  return done('/experts/filters', 'saved')
})
