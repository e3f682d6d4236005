import { askBatch } from '#app/domain/panels/contests/batching.server.ts'
import { BatchForm } from '#app/domain/panels/contests/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { BatchPage } from './batch-page.tsx'
import { batchPage } from './page.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(batchPage)

/** Begins the reckoning of all panels, or of the probabilities of a lot. */
export const action = serveForm(BatchForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await askBatch(acting(ctx), number, value)
  return done(`/contests/${number}/panels`)
})

export default BatchPage
