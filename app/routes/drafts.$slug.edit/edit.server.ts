/** The version that is being edited, as the editor wants it and as Markdown, and how it is saved. */
import type { z } from 'zod'
import { Problem } from '#app/domain/problem.ts'
import type { VersionText } from '#app/domain/reviews/forms.ts'
import { draftBySlug, versionBody } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { agreed } from '#app/domain/reviews/texts/agreeing.ts'
import { markdownOf } from '#app/domain/reviews/texts/sources.ts'
import { saveVersion } from '#app/domain/reviews/versions/versioning.server.ts'
import { authorize } from '#app/domain/rules.ts'
import type { DocJson } from '#app/editor/check.ts'
import { headOf } from '#app/routes/drafts.$slug/reading.server.ts'
import { typedDoc } from '#app/routes/drafts.$slug/typed.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import { checkWriter } from '#app/web/writer.server.ts'

/** Loader; `version` is null while no next version has been begun. */
export async function editPage(args: Args) {
  const { ctx, params, t } = args
  const { actor } = acting(ctx)
  const shown = await draftBySlug(ctx, params.slug ?? '')
  authorize(reviewRules.edit, ctx.actor, shown.facts)
  const head = shown.versions.find(({ publishedAt }) => publishedAt === null)
  const body = head && (await versionBody(ctx, head.id))
  return {
    title: `${t.reviewWork.editTitle} · ${shown.draft.title}`,
    head: headOf(shown, args),
    owner: String(actor.number ?? ''),
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

/**
 * Saves what was typed in one of the ways; returns the next edition and what the text lost. What its writer did not
 * agree to lose is not lost: nothing is saved then, and `edition` is null. Problem('another-writer') when the words are
 * of somebody who was signed in here before.
 */
export async function saveText({ ctx, params }: Args, value: z.output<typeof VersionText>) {
  const actor = acting(ctx)
  const { draft, facts } = await draftBySlug(ctx, params.slug ?? '')
  authorize(reviewRules.edit, actor.actor, facts)
  checkWriter(actor, value.writer)
  const { body } = await versionBody(ctx, value.versionId)
  const { doc, losses } = typedDoc(value, body as DocJson)
  if (!agreed(value.agreed, losses)) return { slug: draft.slug, edition: null, losses }
  try {
    const { edition } = await saveVersion(actor, value.versionId, {
      doc,
      edition: value.edition,
      again: true,
    })
    return { slug: draft.slug, edition, losses }
  } catch (error) {
    // The field of the text is called `source` here.
    if (error instanceof Problem && error.field === 'body')
      throw new Problem(error.code, error.facts, 'source')
    throw error
  }
}

export type EditedVersion = NonNullable<Awaited<ReturnType<typeof editPage>>['version']>
