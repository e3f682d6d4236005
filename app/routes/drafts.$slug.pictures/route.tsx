import { Problem } from '#app/domain/problem.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { addPicture } from '#app/domain/reviews/texts/picturing.server.ts'
import { formOf } from '#app/web/form.server.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import { acting, serveAction } from '#app/web/serve.server.ts'
import { statusOf } from '#app/web/status.ts'

/** Keeps a picture that the editor is about to show; answers its figure, or the sentence why not. */
export const action = serveAction(
  async ({ ctx, params, request, services, t }) => {
    try {
      const actor = acting(ctx)
      const { draft } = await draftBySlug(ctx, params.slug ?? '')
      const file = (await formOf(request)).get('file')
      const bytes = new Uint8Array(file instanceof File ? await file.arrayBuffer() : [])
      return Response.json(await addPicture(actor, services.config.dataDir, draft.id, bytes))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return Response.json({ problem: sentenceOf(t, error) }, { status: statusOf(error.code) })
    }
  },
  { guests: true },
)
