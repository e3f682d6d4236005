import { LotDrawForm } from '#app/domain/panels/contests/forms.ts'
import { drawContestLot } from '#app/domain/panels/contests/lots/drawing.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { BatchPage } from '#app/routes/contests.$number.panels/batch-page.tsx'
import { lotPage } from '#app/routes/contests.$number.panels/page.server.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(lotPage)

/** Draws the announced lot; whoever was drawn is invited. */
export const action = serveForm(LotDrawForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  const invited = await drawContestLot(acting(ctx), number, value)
  return done(`/contests/${number}/panels`, invited === null ? undefined : 'selected')
})

export default BatchPage
