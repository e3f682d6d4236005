import { TypedForm } from '#app/domain/panels/forms.ts'
import { saveSheet } from '#app/domain/panels/sheets/filling.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { answersIn } from './answering.server.ts'
import { sheetPage } from './page.server.ts'
import { SheetPage } from './sheet-page.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(sheetPage)

export const action = serveForm(TypedForm, async ({ form, ...args }) => {
  const id = idOf(args.params.id)
  await saveSheet(acting(args.ctx), id, await answersIn(args, form))
  return done(`/sheets/${id}`, 'saved')
})

export default SheetPage
