import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { RoundForm } from '#app/domain/panels/forms.ts'
import { openRound } from '#app/domain/panels/rounds/opening.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { CallPage } from './call-page.tsx'
import { callPage } from './page.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(callPage)

export const action = serveForm(RoundForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await openRound(acting(ctx), await panelIdOf(ctx, number), value)
  return done(`/panels/${number}/round`, 'roundOpened')
})

export default CallPage
