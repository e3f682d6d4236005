import { Problem } from '#app/domain/problem.ts'
import { VersionText } from '#app/domain/reviews/forms.ts'
import { saveText } from '#app/routes/drafts.$slug.edit/edit.server.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import { serveForm } from '#app/web/serve.server.ts'
import { statusOf } from '#app/web/status.ts'

/** The autosave of the editor: answers the next edition, or the sentence why not; no page of its own. */
export const action = serveForm(VersionText, async (args) => {
  try {
    const { edition } = await saveText(args, args.value)
    return Response.json({ edition, savedAt: args.ctx.now.toISOString() })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return Response.json({ problem: sentenceOf(args.t, error) }, { status: statusOf(error.code) })
  }
})
