import { editConclusion } from '#app/domain/panels/conclusions/concluding.server.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { ConclusionForm } from '#app/domain/panels/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { ConclusionWork } from './conclusion-work.tsx'
import { conclusionPage } from './page.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(conclusionPage)

export const action = serveForm(ConclusionForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await editConclusion(acting(ctx), await panelIdOf(ctx, number), value)
  return done(`/panels/${number}/conclusion`, 'saved')
})

export default ConclusionWork
