import { redirect } from '@remix-run/react'
import { discardImport } from '#app/domain/organisations/imports.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) => redirect(`/desk/imports/${idOf(params.id)}`))

/** Leaves the list unwritten. */
export const action = serveAction(async ({ ctx, params }) => {
  await discardImport(acting(ctx), idOf(params.id))
  return done('/desk/imports', 'removed')
})
