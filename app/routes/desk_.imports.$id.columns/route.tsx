import { redirect } from '@remix-run/react'
import { Columns } from '#app/domain/organisations/forms.ts'
import { importById } from '#app/domain/organisations/imports.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { kindsOfLists } from '#app/routes/desk_.imports.$id._index/kinds.server.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) => redirect(`/desk/imports/${idOf(params.id)}`))

/** Reads the rows anew with the columns that were chosen. */
export const action = serveForm(Columns, async ({ ctx, params, value }) => {
  const { id, kind } = await importById(acting(ctx), idOf(params.id))
  await kindsOfLists[kind].remap(acting(ctx), id, value.columns)
  return done(`/desk/imports/${id}`)
})
