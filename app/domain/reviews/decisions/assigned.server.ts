/** What the actor was asked to answer and has not: remarks under assignment, by document. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import { type ActingCtx, viewerOf } from '#app/domain/ctx.ts'
import { draftVisibleTo } from '#db/reach/reviews.ts'
import { drafts, organisations, remarkAssignments, remarks } from '#db/schema/index.ts'

export interface AssignedWork {
  id: string
  slug: string
  title: string
  organisation: string
  /** remarks that wait for a proposed answer of the actor */
  count: number
  /** the nearest day by which one is wanted */
  dueDay: string | null
}

/** Documents with remarks that nobody decided and to which the actor has proposed no answer since; the most urgent first. */
export async function assignedTo(ctx: ActingCtx, limit = 20): Promise<AssignedWork[]> {
  const me = ctx.actor.personId
  const dueDay = sql<string | null>`min(${remarkAssignments.dueDay})::text`
  return ctx.db
    .select({
      ...{ id: drafts.id, slug: drafts.slug, title: drafts.title, organisation: organisations.shortName },
      ...{ count: sql<number>`count(*)::int`, dueDay },
    })
    .from(remarkAssignments)
    .innerJoin(remarks, eq(remarks.id, remarkAssignments.remarkId))
    .innerJoin(drafts, eq(drafts.id, remarks.draftId))
    .innerJoin(organisations, eq(organisations.id, drafts.developerId))
    .where(
      and(
        eq(remarkAssignments.executorId, me),
        isNull(remarkAssignments.endedAt),
        ...[isNull(remarks.withdrawnAt), isNull(drafts.withdrawnAt), draftVisibleTo(viewerOf(ctx))],
        sql`not exists (select from decisions d where d.remark_id = ${remarks.id} and d.superseded_by_id is null)`,
        sql`not exists (select from recommendations c where c.remark_id = ${remarks.id}
          and c.recommended_by_id = ${me} and c.recommended_at >= ${remarkAssignments.assignedAt})`,
      ),
    )
    .groupBy(drafts.id, organisations.shortName)
    .orderBy(sql`${dueDay} nulls last`, drafts.slug)
    .limit(limit)
}
