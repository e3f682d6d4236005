/** The draft as its pages show it: one that is put aside, or published, has no steps. */
import type { ActingCtx } from '#app/domain/ctx.ts'
import { type DirectionDraft, directionDraft } from '#app/domain/experts/direction-drafts.server.ts'
import { idOf, Problem } from '#app/domain/problem.ts'
import { tierWord } from '#app/routes/documents/view.server.ts'
import type { Locale } from '#content/messages/locales.ts'

/** The draft with this id; Problem('conflict') for a step on one that is put aside. */
export async function livingDraft(ctx: ActingCtx, id: string | undefined): Promise<DirectionDraft> {
  const draft = await directionDraft(ctx, idOf(id))
  if (draft.discarded) throw new Problem('conflict')
  return draft
}

/** Rows as the page of the draft lists them: those that stand in the new list, and those that leave it. */
export function rowsOf({ rows }: DirectionDraft, locale: Locale) {
  const names = new Map(rows.map(({ code, shortTitle }) => [code, shortTitle]))
  const shown = rows.map(({ code, shortTitle, title, tier, group, fate, replacedBy }) => ({
    ...{ code, shortTitle, title, group, fate, tier: tierWord(tier, locale) },
    replacedBy: replacedBy.map((next) => names.get(next) ?? next),
  }))
  return {
    standing: shown.filter(({ fate }) => fate !== 'leaves'),
    leaving: shown.filter(({ fate }) => fate === 'leaves'),
  }
}

export type ShownRow = ReturnType<typeof rowsOf>['standing'][number]
