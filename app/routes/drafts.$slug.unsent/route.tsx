import { keepUnsent } from '#app/domain/accounts/unsent.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { unsentKey } from '#app/routes/drafts.$slug/remark-page.server.ts'
import { formOf } from '#app/web/form.server.ts'
import { acting, serveAction } from '#app/web/serve.server.ts'
import { statusOf } from '#app/web/status.ts'
import { checkWriter } from '#app/web/writer.server.ts'

/** Keeps the text of a remark that is being typed. A refusal is silent: the text stays in the form, where it is safe. */
export const action = serveAction(
  async ({ ctx, params, request }) => {
    try {
      const { draft } = await draftBySlug(ctx, params.slug ?? '')
      const fields: Record<string, string> = {}
      for (const [name, value] of await formOf(request)) if (typeof value === 'string') fields[name] = value
      const actor = acting(ctx)
      checkWriter(actor, fields.writer)
      await keepUnsent(actor, unsentKey(draft.id), fields)
      return Response.json({ savedAt: ctx.now.toISOString() })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return Response.json({ savedAt: null }, { status: statusOf(error.code) })
    }
  },
  { guests: true },
)
