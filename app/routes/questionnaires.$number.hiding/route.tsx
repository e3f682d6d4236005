import { found, numberOf } from '#app/domain/problem.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { hideAnswer, showAnswer } from '#app/domain/questionnaires/hiding.server.ts'
import { responseNamed } from '#app/domain/questionnaires/naming.server.ts'
import { HidingForm } from '#app/domain/questionnaires/page-forms.ts'
import { resultsPage } from '#app/routes/questionnaires.$number.results/page.server.ts'
import ResultsPage from '#app/routes/questionnaires.$number.results/route.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(resultsPage)

export const action = serveForm(HidingForm, async ({ ctx, params, value }) => {
  const mine = acting(ctx)
  const { row } = await questionnaireByNumber(ctx, numberOf(params.number))
  const responseId = found(await responseNamed(ctx, { row }, value.response, value.question))
  const words = { responseId, question: value.question }
  await (value.step === 'hide'
    ? hideAnswer(mine, row.id, words, value.reason)
    : showAnswer(mine, row.id, words))
  return done(`/questionnaires/${row.number}/results`, 'saved')
})

export default ResultsPage
