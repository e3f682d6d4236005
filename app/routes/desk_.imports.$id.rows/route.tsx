import { RowChoices } from '#app/domain/organisations/forms.ts'
import { chooseAll, chooseRows } from '#app/domain/organisations/imports.server.ts'
import { idOf } from '#app/domain/problem.ts'
import ImportPage, { loader } from '#app/routes/desk_.imports.$id._index/route.tsx'
import { acting, done, nextPath, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'
export { loader }

/** Keeps what was decided on the rows of a page, or on all that are left. */
export const action = serveForm(RowChoices, async ({ ctx, params, value }) => {
  const id = idOf(params.id)
  if (value.all) await chooseAll(acting(ctx), id, value.all)
  else await chooseRows(acting(ctx), id, value.rows)
  return done(nextPath(value.next, `/desk/imports/${id}`), 'saved')
})

export default ImportPage
