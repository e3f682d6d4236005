import { WorkForm } from '#app/domain/panels/contests/forms.ts'
import { saveWork } from '#app/domain/panels/contests/submitting.server.ts'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { acting, serveForm } from '#app/web/serve.server.ts'
import { statusOf } from '#app/web/status.ts'

/** The autosave of a work's page; no page of its own. */
export const action = serveForm(
  WorkForm,
  async ({ ctx, params, value: { writer: _, ...words } }) => {
    try {
      await saveWork(acting(ctx), numberOf(params.number), words)
      return Response.json({ saved: true })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return Response.json({ saved: false }, { status: statusOf(error.code) })
    }
  },
  { script: true },
)
