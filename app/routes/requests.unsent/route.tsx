import { keepUnsent } from '#app/domain/accounts/unsent.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { unsentRequest } from '#app/domain/reviews/course/requesting.server.ts'
import { formOf } from '#app/web/form.server.ts'
import { acting, serveAction } from '#app/web/serve.server.ts'
import { statusOf } from '#app/web/status.ts'
import { checkWriter } from '#app/web/writer.server.ts'

/** Keeps a request that is being typed. A refusal is silent: the words stay in the form, where they are safe. */
export const action = serveAction(
  async ({ ctx, request }) => {
    try {
      const fields: Record<string, string> = {}
      for (const [name, value] of await formOf(request)) if (typeof value === 'string') fields[name] = value
      const actor = acting(ctx)
      checkWriter(actor, fields.writer)
      await keepUnsent(actor, unsentRequest, fields)
      return Response.json({ savedAt: ctx.now.toISOString() })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return Response.json({ savedAt: null }, { status: statusOf(error.code) })
    }
  },
  { guests: true },
)
