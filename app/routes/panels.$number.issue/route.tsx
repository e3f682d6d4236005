import { issueConclusion } from '#app/domain/panels/conclusions/concluding.server.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { ConclusionForm } from '#app/domain/panels/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { ConclusionWork } from '#app/routes/panels.$number.conclusion/conclusion-work.tsx'
import { conclusionPage } from '#app/routes/panels.$number.conclusion/page.server.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(conclusionPage)

export const action = serveForm(ConclusionForm, async ({ ctx, params, value }) => {
  const number = await issueConclusion(acting(ctx), await panelIdOf(ctx, numberOf(params.number)), value)
  return done(`/conclusions/${number}`, 'issued')
})

export default ConclusionWork
