import { redirect } from '@remix-run/node'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { TypedForm } from '#app/domain/panels/forms.ts'
import { saveSecondMarks } from '#app/domain/panels/rounds/marking.server.ts'
import { secondOut } from '#app/domain/panels/rounds/second-form.ts'
import { roundView } from '#app/domain/panels/rounds/view.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { secondOf } from '#app/routes/panels.$number.round._index/page.server.ts'
import { savingOf, seenIn } from '#app/routes/sheets.$id.saving/saving.server.ts'
import { acting, serve, serveForm } from '#app/web/serve.server.ts'

/** The address is for the page's script alone. */
export const loader = serve(async ({ params }) => redirect(`/panels/${numberOf(params.number)}/round`))

/** The autosave of second marks. */
export const action = serveForm(
  TypedForm,
  async ({ form, ...args }) =>
    savingOf(args.t, {
      save: async () => {
        const id = await panelIdOf(args.ctx, numberOf(args.params.number))
        return saveSecondMarks(acting(args.ctx), id, await secondOf(args, form), seenIn(form))
      },
      theirs: async () => {
        const { own, typed } = await roundView(acting(args.ctx), numberOf(args.params.number))
        return { edition: own?.edition ?? 0, values: typed ?? secondOut([]) }
      },
    }),
  { script: true },
)
