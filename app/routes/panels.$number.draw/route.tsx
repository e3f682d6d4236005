import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { DrawForm } from '#app/domain/panels/forms.ts'
import { drawLot } from '#app/domain/panels/lottery/lots.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { panelPage } from '#app/routes/panels.$number._index/page.server.ts'
import { WorkingPage } from '#app/routes/panels.$number._index/working-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(panelPage)

export const action = serveForm(DrawForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await drawLot(acting(ctx), await panelIdOf(ctx, number), value.publicValue)
  return done(`/panels/${number}`, 'selected')
})

export default WorkingPage
