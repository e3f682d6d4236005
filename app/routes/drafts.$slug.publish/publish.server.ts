/** Publication: what will be published, what it leaves open, and after it where the remarks of before have gone. */

import { draftBySlug, versionBody, versionView } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import type { DocJson } from '#app/editor/check.ts'
import { shortId } from '#app/routes/drafts.$slug/layout.ts'
import { carriedOf, headOf, notesOf } from '#app/routes/drafts.$slug/reading.server.ts'
import { structureOf } from '#app/routes/drafts.$slug/structure.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import { flagsView } from './flags.server.ts'

const certain = ['exact', 'moved']

/** Loader; for those who may publish. */
export async function publishPage(args: Args) {
  const { ctx, params, t } = args
  acting(ctx)
  const shown = await draftBySlug(ctx, params.slug ?? '')
  authorize(reviewRules.publish, ctx.actor, shown.facts)
  const draftId = shown.draft.id
  const next = shown.versions.find(({ publishedAt }) => publishedAt === null)
  const body = next && (await versionBody(ctx, next.id))
  const view =
    shown.current && shown.current.number > 1 ? await versionView(ctx, draftId, shown.current.number) : null
  const notes = view && Object.values(notesOf(view, args)).flat()
  const carried = view && notes && carriedOf(notes, view.version.number)
  return {
    title: `${t.reviews.draft.publication} · ${shown.draft.title}`,
    head: headOf(shown, args),
    version: next ? { id: next.id, number: next.number, edition: next.edition, note: next.note } : null,
    structure: body ? structureOf({ doc: body.body as unknown as DocJson, losses: [] }) : null,
    flags: await flagsView(ctx, shown, t),
    report: carried
      ? {
          carried,
          version: view.version.number,
          doubtful: notes
            .filter(
              ({ versionNumber, place }) =>
                versionNumber < view.version.number && !certain.includes(place.status),
            )
            .map(({ number, exact, place, address }) => ({
              number,
              exact,
              address,
              status: place.status,
              id: shortId(place.fromBlockId),
            })),
        }
      : null,
  }
}

export type PublishView = Awaited<ReturnType<typeof publishPage>>
