import { redirect } from '@remix-run/node'
import { TypedForm } from '#app/domain/panels/forms.ts'
import { saveSheet, sheetOf } from '#app/domain/panels/sheets/filling.server.ts'
import { typedOf } from '#app/domain/panels/sheets/sheet-form.ts'
import { idOf } from '#app/domain/problem.ts'
import { answersIn } from '#app/routes/sheets.$id._index/answering.server.ts'
import { acting, serve, serveForm } from '#app/web/serve.server.ts'
import { savingOf, seenIn } from './saving.server.ts'

/** The address is for the page's script alone. */
export const loader = serve(async ({ params }) => redirect(`/sheets/${idOf(params.id)}`))

/** The autosave of a sheet's page: saves what can be saved and says so; no page of its own. */
export const action = serveForm(
  TypedForm,
  async ({ form, ...args }) => {
    const id = idOf(args.params.id)
    return savingOf(args.t, {
      save: async () => saveSheet(acting(args.ctx), id, await answersIn(args, form), seenIn(form)),
      theirs: async () => {
        const { sheet, form: questions, answers } = await sheetOf(acting(args.ctx), id)
        return { edition: sheet.edition, values: typedOf(questions, answers) }
      },
    })
  },
  { script: true },
)
