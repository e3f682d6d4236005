/** The page on which somebody says where the words of a remark now stand. */
import { numberOf, Problem } from '#app/domain/problem.ts'
import { placeQuestion } from '#app/domain/reviews/anchors/settling.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { shortId } from '#app/routes/drafts.$slug/layout.ts'
import { remarkView } from '#app/routes/drafts.$slug/views.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

/** Loader; a place that was never in doubt is a Problem. */
export async function placePage({ ctx, params, t }: Args) {
  acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { remark, facts } = await threadOf(ctx, draft.id, numberOf(params.number))
  authorize(reviewRules.settlePlace, ctx.actor, facts)
  const question = await placeQuestion(ctx, remark.id)
  if (!question) throw new Problem('place-certain')
  const { origin, passage } = question
  return {
    title: `${t.reviewPlace.title} · ${draft.title}`,
    draft: { slug: draft.slug, title: draft.title, lang: draft.lang },
    remark: { ...remarkView(remark, t), version: remark.versionNumber },
    question: {
      version: question.version.number,
      attempt: question.attempt,
      chosen: question.chosen,
      origin: {
        address: origin.address,
        text: origin.text,
        before: origin.text.slice(0, passage.fromOffset),
        exact: origin.text.slice(passage.fromOffset, passage.toOffset),
        after: origin.text.slice(passage.toOffset),
      },
      candidates: question.candidates.map(({ blockId, address, text, score }) => ({
        ...{ blockId, address, text },
        id: shortId(blockId),
        percent: Math.round(score * 100),
      })),
    },
  }
}

export type PlaceView = Awaited<ReturnType<typeof placePage>>
