import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { TypedForm } from '#app/domain/panels/forms.ts'
import { saveSecondMarks } from '#app/domain/panels/rounds/marking.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { roundPage, secondOf } from './page.server.ts'
import { RoundPage } from './round-page.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(roundPage)

export const action = serveForm(TypedForm, async ({ form, ...args }) => {
  const number = numberOf(args.params.number)
  await saveSecondMarks(acting(args.ctx), await panelIdOf(args.ctx, number), await secondOf(args, form))
  return done(`/panels/${number}/round`, 'saved')
})

export default RoundPage
