import { redirect } from '@remix-run/react'
import { discardImport, importById } from '#app/domain/organisations/imports.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) => redirect(`/desk/imports/${idOf(params.id)}`))

/** Leaves the list unwritten. */
export const action = serveAction(async ({ ctx, params }) => {
  const mine = acting(ctx)
  const { id, kind } = await importById(mine, idOf(params.id))
  await discardImport(mine, id)
  return done(kind === 'nominations' ? '/desk/staff' : '/desk/imports', 'removed')
})
