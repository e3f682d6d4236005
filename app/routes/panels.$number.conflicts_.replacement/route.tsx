import { ReplacementForm } from '#app/domain/panels/conflicts/forms.ts'
import { replaceConflicted } from '#app/domain/panels/conflicts/unseating.server.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { ConflictsPage } from '#app/routes/panels.$number.conflicts/conflicts-page.tsx'
import { conflictsPage } from '#app/routes/panels.$number.conflicts/load.server.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(conflictsPage)

export const action = serveForm(ReplacementForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await replaceConflicted(acting(ctx), await panelIdOf(ctx, number), value)
  return done(`/panels/${number}/conflicts`, 'decided')
})

export default ConflictsPage
