import { appointChair } from '#app/domain/panels/composition/convening.server.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { ChairForm } from '#app/domain/panels/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { panelPage } from '#app/routes/panels.$number._index/page.server.ts'
import { WorkingPage } from '#app/routes/panels.$number._index/working-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(panelPage)

export const action = serveForm(ChairForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await appointChair(acting(ctx), await panelIdOf(ctx, number), value.seatId)
  return done(`/panels/${number}`, 'chaired')
})

export default WorkingPage
