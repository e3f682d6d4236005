import { TypedForm } from '#app/domain/panels/forms.ts'
import { saveSheet } from '#app/domain/panels/sheets/filling.server.ts'
import { idOf, Problem } from '#app/domain/problem.ts'
import { answersIn } from '#app/routes/sheets.$id._index/answering.server.ts'
import { acting, serveForm } from '#app/web/serve.server.ts'
import { statusOf } from '#app/web/status.ts'

/** The autosave of a sheet's page: saves what can be saved and says so; no page of its own. */
export const action = serveForm(TypedForm, async ({ form, ...args }) => {
  try {
    await saveSheet(acting(args.ctx), idOf(args.params.id), await answersIn(args, form))
    return Response.json({ saved: true })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    // Without a page of its own only a whole Response keeps its status: a refusal must not read as saved.
    return Response.json({ saved: false }, { status: statusOf(error.code) })
  }
})
