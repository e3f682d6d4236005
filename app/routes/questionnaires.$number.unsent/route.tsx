import { Problem } from '#app/domain/problem.ts'
import { keepForm } from '#app/routes/questionnaires.$number._index/typing.server.ts'
import { formOf } from '#app/web/form.server.ts'
import { serveAction } from '#app/web/serve.server.ts'
import { statusOf } from '#app/web/status.ts'

/** The autosave of a questionnaire. A refusal is silent: the words stay in the form, where they are safe. */
export const action = serveAction(
  async (args) => {
    try {
      await keepForm(args, await formOf(args.request))
      return Response.json({ savedAt: args.ctx.now.toISOString() })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return Response.json({ savedAt: null }, { status: statusOf(error.code) })
    }
  },
  { guests: true },
)
