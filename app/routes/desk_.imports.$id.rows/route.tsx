import { redirect } from '@remix-run/react'
import { RowChoices } from '#app/domain/organisations/forms.ts'
import { chooseAll, chooseRows } from '#app/domain/organisations/imports.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { acting, done, nextPath, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) => redirect(`/desk/imports/${idOf(params.id)}`))

/** Keeps what was decided on the rows of a page, or on all that are left. */
export const action = serveForm(RowChoices, async ({ ctx, params, value }) => {
  const id = idOf(params.id)
  if (value.all) await chooseAll(acting(ctx), id, value.all)
  else await chooseRows(acting(ctx), id, value.rows)
  return done(nextPath(value.next, `/desk/imports/${id}`), 'saved')
})
