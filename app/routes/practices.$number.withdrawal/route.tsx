import { ReturnForm } from '#app/domain/practices/forms.ts'
import { withdrawPractice } from '#app/domain/practices/withdrawing.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { PracticeStep } from '#app/routes/practices.$number._index/practice-step.tsx'
import { stepPage } from '#app/routes/practices.$number._index/step.server.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve((args) => stepPage(args, 'withdrawal'))

export const action = serveForm(ReturnForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await withdrawPractice(acting(ctx), number, value.reason)
  return done(`/practices/${number}`, 'saved')
})

export default PracticeStep
