import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { AnnounceForm } from '#app/domain/panels/forms.ts'
import { announceLot } from '#app/domain/panels/lottery/lots.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { panelPage } from '#app/routes/panels.$number._index/page.server.ts'
import { WorkingPage } from '#app/routes/panels.$number._index/working-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(panelPage)

export const action = serveForm(AnnounceForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await announceLot(acting(ctx), await panelIdOf(ctx, number), value.source)
  return done(`/panels/${number}`, 'announced')
})

export default WorkingPage
