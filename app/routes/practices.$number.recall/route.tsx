import { StepForm } from '#app/domain/practices/forms.ts'
import { recallPractice } from '#app/domain/practices/sending.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { PracticeStep } from '#app/routes/practices.$number._index/practice-step.tsx'
import { stepPage } from '#app/routes/practices.$number._index/step.server.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve((args) => stepPage(args, 'recall'))

export const action = serveForm(StepForm, async ({ ctx, params }) => {
  const number = numberOf(params.number)
  await recallPractice(acting(ctx), number)
  return done(`/practices/${number}/edit`, 'saved')
})

export default PracticeStep
