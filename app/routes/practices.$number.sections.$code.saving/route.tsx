import { redirect } from '@remix-run/node'
import { SectionText } from '#app/domain/practices/forms.ts'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { saveTyped } from '#app/routes/practices.$number.sections.$code._index/section.server.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import { serve, serveForm } from '#app/web/serve.server.ts'
import { statusOf } from '#app/web/status.ts'

/** The address is for the page's script alone. */
export const loader = serve(async ({ params }) =>
  redirect(`/practices/${numberOf(params.number)}/sections/${encodeURIComponent(params.code ?? '')}`),
)

/** The autosave of a part: answers the next edition, what the text would lose, or the sentence why not. */
export const action = serveForm(
  SectionText,
  async (args) => {
    try {
      const { edition, losses } = await saveTyped(args, args.value)
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
