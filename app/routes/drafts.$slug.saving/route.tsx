import { redirect } from '@remix-run/node'
import { Problem } from '#app/domain/problem.ts'
import { VersionText } from '#app/domain/reviews/forms.ts'
import { saveText } from '#app/routes/drafts.$slug.edit/edit.server.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import { serve, serveForm } from '#app/web/serve.server.ts'
import { statusOf } from '#app/web/status.ts'

/** The address is for the page's script alone. */
export const loader = serve(async ({ params }) =>
  redirect(`/drafts/${encodeURIComponent(params.slug ?? '')}/edit`),
)

/** The autosave of the editor: answers the next edition, what the text would lose, or the sentence why not; no page of its own. */
export const action = serveForm(
  VersionText,
  async (args) => {
    try {
      const { edition, losses } = await saveText(args, args.value)
      if (edition === null) return Response.json({ losses }, { status: 422 })
      return Response.json({ edition, losses, savedAt: args.ctx.now.toISOString() })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const { code } = error
      const problem = code === 'stale' ? args.t.reviewWork.stale : sentenceOf(args.t, error)
      return Response.json({ problem, code }, { status: statusOf(code) })
    }
  },
  { script: true },
)
