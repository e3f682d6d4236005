import { numberOf } from '#app/domain/problem.ts'
import { copyQuestionnaire } from '#app/domain/questionnaires/composing.server.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { ButtonForm } from '#app/domain/questionnaires/page-forms.ts'
import { composedPage } from '#app/routes/questionnaires.$number.edit/composed.server.ts'
import EditPage from '#app/routes/questionnaires.$number.edit/route.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const { page } = await composedPage(args)
  return { ...page, page }
})

export const action = serveForm(ButtonForm, async ({ ctx, params }) => {
  const mine = acting(ctx)
  const { row } = await questionnaireByNumber(mine, numberOf(params.number))
  const number = await copyQuestionnaire(mine, row.id)
  return done(`/questionnaires/${number}/edit`, 'saved')
})

export default EditPage
