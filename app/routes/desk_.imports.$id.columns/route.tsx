import { Columns } from '#app/domain/organisations/forms.ts'
import { remapList } from '#app/domain/organisations/import-steps.server.ts'
import { importById } from '#app/domain/organisations/imports.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { kindsOfLists } from '#app/routes/desk_.imports.$id._index/kinds.server.ts'
import ImportPage, { loader } from '#app/routes/desk_.imports.$id._index/route.tsx'
import { acting, done, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'
export { loader }

/** Reads the rows anew with the columns that were chosen. */
export const action = serveForm(Columns, async ({ ctx, params, value }) => {
  const { id, kind } = await importById(acting(ctx), idOf(params.id))
  await remapList(acting(ctx), kindsOfLists[kind].list, id, value.columns)
  return done(`/desk/imports/${id}`)
})

export default ImportPage
