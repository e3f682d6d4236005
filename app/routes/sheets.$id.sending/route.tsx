import { TypedForm } from '#app/domain/panels/forms.ts'
import { saveSheet, sendSheet } from '#app/domain/panels/sheets/filling.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { answersIn } from '#app/routes/sheets.$id._index/answering.server.ts'
import { sheetPage } from '#app/routes/sheets.$id._index/page.server.ts'
import { SheetPage } from '#app/routes/sheets.$id._index/sheet-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(sheetPage)

/** Saved first and apart: a refusal to send must not lose what was typed. */
export const action = serveForm(TypedForm, async ({ form, ...args }) => {
  const [mine, id] = [acting(args.ctx), idOf(args.params.id)]
  await saveSheet(mine, id, await answersIn(args, form))
  await sendSheet(mine, id)
  return done('/cabinet/invitations', 'sheetSent')
})

export default SheetPage
