import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { ButtonForm } from '#app/domain/panels/forms.ts'
import { callThird } from '#app/domain/panels/rounds/third-expert.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { CallPage } from '#app/routes/panels.$number.round.new/call-page.tsx'
import { callPage } from '#app/routes/panels.$number.round.new/page.server.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(callPage)

export const action = serveForm(ButtonForm, async ({ ctx, params }) => {
  const number = numberOf(params.number)
  await callThird(acting(ctx), await panelIdOf(ctx, number))
  return done(`/panels/${number}/conclusion`, 'thirdCalled')
})

export default CallPage
