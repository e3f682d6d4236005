import { LotForm } from '#app/domain/panels/contests/forms.ts'
import { announceContestLot } from '#app/domain/panels/contests/lots/announcing.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { BatchPage } from '#app/routes/contests.$number.panels/batch-page.tsx'
import { lotPage } from '#app/routes/contests.$number.panels/page.server.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(lotPage)

/** Announces the lot of the reckoning that was looked at. */
export const action = serveForm(LotForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await announceContestLot(acting(ctx), number, value)
  return done(`/contests/${number}/panels`, 'announced')
})

export default BatchPage
