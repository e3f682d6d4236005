import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { easeRequest } from '#app/domain/panels/requests/editing.server.ts'
import { EaseForm } from '#app/domain/panels/requests/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { panelPage } from '#app/routes/panels.$number._index/page.server.ts'
import { WorkingPage } from '#app/routes/panels.$number._index/working-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(panelPage)

export const action = serveForm(EaseForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await easeRequest(acting(ctx), await panelIdOf(ctx, number), value.revision)
  return done(`/panels/${number}`, 'saved')
})

export default WorkingPage
