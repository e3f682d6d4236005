import { waiveConflict } from '#app/domain/panels/conflicts/deciding.server.ts'
import { DecisionForm } from '#app/domain/panels/conflicts/forms.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { ConflictsPage } from './conflicts-page.tsx'
import { conflictsPage } from './load.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(conflictsPage)

export const action = serveForm(DecisionForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await waiveConflict(acting(ctx), await panelIdOf(ctx, number), value)
  return done(`/panels/${number}/conflicts`, 'decided')
})

export default ConflictsPage
