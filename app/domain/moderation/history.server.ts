/** What moderators did about one text, for whoever is about to do something more. */
import { and, desc, eq } from 'drizzle-orm'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { caseVisibleTo } from '#db/reach/moderation.ts'
import { interventions, moderationCases } from '#db/schema/index.ts'

/** Steps upon the text, newest first, as far as the viewer moderates there. */
export async function stepsUpon(ctx: ActingCtx, { kind, id: objectId }: { kind: string; id: string }) {
  const { id, step, at, reason, words } = interventions
  return ctx.db
    .select({ id, kind: interventions.objectKind, step, at, reason, words })
    .from(interventions)
    .innerJoin(moderationCases, eq(moderationCases.id, interventions.caseId))
    .where(
      and(eq(interventions.objectKind, kind), eq(interventions.objectId, objectId), caseVisibleTo(ctx.actor)),
    )
    .orderBy(desc(interventions.id))
    .limit(20)
}
