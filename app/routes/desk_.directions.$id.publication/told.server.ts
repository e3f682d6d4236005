/** The differences in the reader's words: tiers by their names. */
import type { ActingCtx } from '#app/domain/ctx.ts'
import { type DirectionDraft, differencesOf } from '#app/domain/experts/direction-drafts.server.ts'
import { tierWord } from '#app/routes/documents/view.server.ts'
import type { Locale } from '#content/messages/locales.ts'

export async function toldDifferences(ctx: ActingCtx, draft: DirectionDraft, locale: Locale) {
  const { changed, ...rest } = await differencesOf(ctx, draft)
  const tiers = (codes: string[]) => codes.map((code) => tierWord(code, locale))
  return {
    ...rest,
    changed: changed.map(({ changes, ...row }) => ({
      ...row,
      changes: changes.map((one) =>
        one.field === 'tier' ? { ...one, before: tiers(one.before), after: tiers(one.after) } : one,
      ),
    })),
  }
}
