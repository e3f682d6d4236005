/** The version that is being edited, as the editor wants it and as Markdown. */

import { draftBySlug, versionBody } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { markdownOf } from '#app/domain/reviews/sources.ts'
import { authorize } from '#app/domain/rules.ts'
import type { DocJson } from '#app/editor/check.ts'
import { headOf } from '#app/routes/drafts.$slug/reading.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

/** Loader; `version` is null while no next version has been begun. */
export async function editPage(args: Args) {
  const { ctx, params, t } = args
  acting(ctx)
  const shown = await draftBySlug(ctx, params.slug ?? '')
  authorize(reviewRules.edit, ctx.actor, shown.facts)
  const head = shown.versions.find(({ publishedAt }) => publishedAt === null)
  const body = head && (await versionBody(ctx, head.id))
  return {
    title: `${t.reviewWork.editTitle} · ${shown.draft.title}`,
    head: headOf(shown, args),
    version: body
      ? {
          id: body.id,
          number: body.number,
          edition: body.edition,
          source: JSON.stringify(body.body),
          markdown: markdownOf(body.body as unknown as DocJson),
        }
      : null,
  }
}

export type EditedVersion = NonNullable<Awaited<ReturnType<typeof editPage>>['version']>
