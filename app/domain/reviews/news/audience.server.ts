/** Audience: who of the people that a notice is for may still know the draft it speaks of. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import { type Ctx, dayOf, viewerOf } from '#app/domain/ctx.ts'
import { draftVisibleTo } from '#db/reach/reviews.ts'
import { discussions, drafts, stages, users } from '#db/schema/index.ts'

/** Whether the draft is discussed behind closed doors. */
export async function isClosed(ctx: Pick<Ctx, 'db'>, draftId: string): Promise<boolean> {
  const [stage] = await ctx.db
    .select({ id: stages.id })
    .from(stages)
    .innerJoin(discussions, eq(discussions.id, stages.discussionId))
    .where(and(eq(discussions.draftId, draftId), eq(stages.audience, 'closed')))
    .limit(1)
  return stage !== undefined
}

/**
 * These people; of a closed draft only those who may know it at this moment: a member who was taken off the list, or
 * somebody without an account, hears no more of it. Asked one by one, for a closed circle is small.
 */
export async function withinReach(
  ctx: Ctx,
  draftId: string,
  personIds: readonly string[],
): Promise<readonly string[]> {
  if (personIds.length === 0 || !(await isClosed(ctx, draftId))) return personIds
  const accounts = await ctx.db
    .select({ userId: users.id, personId: users.personId })
    .from(users)
    .where(inArray(users.personId, [...new Set(personIds)]))
  const may = new Set<string>()
  for (const { userId, personId } of accounts) {
    const actor = await actorOf(ctx.db, { userId }, dayOf(ctx.now, ctx.zone))
    if (actor && (await mayKnow({ ...ctx, actor }, draftId))) may.add(personId)
  }
  return personIds.filter((id) => may.has(id))
}

async function mayKnow(ctx: Ctx, draftId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ known: sql`1` })
    .from(drafts)
    .where(and(eq(drafts.id, draftId), draftVisibleTo(viewerOf(ctx))))
  return row !== undefined
}
