/** Cases under their lock, with the facts that rules weigh. */
import { and, eq } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { caseVisibleTo } from '#db/reach/moderation.ts'
import { appeals, interventions, moderationCases } from '#db/schema/index.ts'
import { moderatorsOf, ofClosedStage } from './moderators.server.ts'
import type { CaseFacts } from './rules.ts'
import type { TextFacts, TextKind, TextKinds } from './texts.ts'

export type CaseRow = typeof moderationCases.$inferSelect

/** The case within reach, its text and kind, both locked: text first, so that commands of its room cannot deadlock. */
export async function lockCase(
  ctx: Ctx,
  kinds: TextKinds,
  caseId: string,
): Promise<{ row: CaseRow; kind: TextKind; text: TextFacts }> {
  const within = and(eq(moderationCases.id, caseId), caseVisibleTo(viewerOf(ctx)))
  const [known] = await ctx.db.select().from(moderationCases).where(within)
  const { objectKind, objectId } = found(known)
  const kind = found(kinds[objectKind])
  const text = await kind.lock(ctx, objectId)
  const [row] = await ctx.db.select().from(moderationCases).where(within).for('update')
  return { row: found(row), kind, text }
}

/** What the rules need to know of a case. */
export async function caseFacts(
  ctx: Ctx,
  row: Pick<CaseRow, 'id' | 'authorId' | 'origin'>,
  text: Pick<TextFacts, 'place' | 'draftId'>,
): Promise<CaseFacts> {
  const appealedOf = row.origin === 'appeal' ? await appealedModerator(ctx, row.id) : null
  // Only who may know the text can hear an appeal: a closed stage is not opened to the region's moderators for its
  // sake, so where nobody else of the organisation moderates, its one moderator decides rather than nobody ever.
  const others =
    appealedOf === null
      ? []
      : (await moderatorsOf(ctx, text)).filter((id) => id !== appealedOf && id !== row.authorId)
  const inner = await ofClosedStage(ctx, text.draftId)
  return { place: text.place, inner, authorId: row.authorId, appealedOf, another: others.length > 0 }
}

async function appealedModerator(ctx: Ctx, caseId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: interventions.moderatorId })
    .from(appeals)
    .innerJoin(interventions, eq(interventions.id, appeals.interventionId))
    .where(eq(appeals.caseId, caseId))
  return row?.id ?? null
}
