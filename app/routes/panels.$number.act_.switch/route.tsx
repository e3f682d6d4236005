import { setByAct } from '#app/domain/panels/composition/acts.server.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { SwitchForm } from '#app/domain/panels/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { actPage } from '#app/routes/panels.$number.act/load.server.ts'
import { ActPage } from '#app/routes/panels.$number.act/page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(actPage)

export const action = serveForm(SwitchForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await setByAct(acting(ctx), await panelIdOf(ctx, number), value.byAct === 'on')
  return done(`/panels/${number}/act`, 'saved')
})

export default ActPage
