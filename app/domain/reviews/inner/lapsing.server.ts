/**
 * Lapsing: a closed stage ends with the open one. Those within hear of it in time, and once more when the position was
 * not signed by then: what was said stays with them, but the organisation has not spoken.
 *
 * Whether anything is still taken there is judged by the terms of the open stage; nothing waits for this to run.
 */
import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { takesNoMore } from '#app/domain/reviews/course/participating.server.ts'
import { withinReach } from '#app/domain/reviews/news/audience.server.ts'
import { content } from '#content/load.ts'
import { draftMembers, drafts, grants, innerDiscussions, organisations, stages } from '#db/schema/index.ts'

/** Reminds the closed stages about a draft that its open stage ends; inside the notice of that stage. */
export async function tellInner(ctx: Ctx, aboutId: string, until: string): Promise<void> {
  for (const stage of await standing(ctx, eq(innerDiscussions.aboutId, aboutId)))
    await tellThem(ctx, stage, 'inner.closing', { until })
}

/** Ends the closed stages whose open one is over, and tells everybody within; returns how many. */
export async function endLapsed(ctx: Ctx): Promise<number> {
  let ended = 0
  for (const { draftId } of await standing(ctx)) if (await endOne(ctx, draftId)) ended += 1
  return ended
}

/** Ends a closed stage on this day, with the position that came of it. Inside the command that does it. */
export async function endCircle(ctx: Ctx, draftId: string, positionId: string | null = null): Promise<void> {
  await ctx.db
    .update(innerDiscussions)
    .set({ positionId, endedAt: ctx.now })
    .where(eq(innerDiscussions.draftId, draftId))
  const today = dayOf(ctx.now, ctx.zone)
  await ctx.db
    .update(stages)
    .set({ lastDay: sql`greatest(${stages.firstDay}, ${today}::date)` })
    .where(
      and(
        gt(stages.lastDay, today),
        sql`${stages.discussionId} in (select c.id from discussions c where c.draft_id = ${draftId})`,
      ),
    )
}

async function endOne(ctx: Ctx, draftId: string): Promise<boolean> {
  return atomically(ctx, async (ctx) => {
    // who signs holds the same lock
    await ctx.db.select({ id: drafts.id }).from(drafts).where(eq(drafts.id, draftId)).for('update')
    const [stage] = await standing(ctx, eq(innerDiscussions.draftId, draftId))
    if (!stage || !(await takesNoMore(ctx, stage.aboutId))) return false
    await endCircle(ctx, draftId)
    await record(ctx, 'inner.lost', { kind: 'draft', id: draftId }, { about: stage.aboutId })
    await tellThem(ctx, stage, 'inner.lost')
    return true
  })
}

type Standing = Awaited<ReturnType<typeof standing>>[number]

/** Closed stages that go on, with the title of the draft they are about. */
async function standing(ctx: Ctx, which?: ReturnType<typeof eq>) {
  return ctx.db
    .select({
      draftId: innerDiscussions.draftId,
      aboutId: innerDiscussions.aboutId,
      organisationId: innerDiscussions.organisationId,
      convenedById: innerDiscussions.convenedById,
      slug: sql<string>`(select c.slug from drafts c where c.id = ${innerDiscussions.draftId})`,
      title: drafts.title,
      organisation: organisations.shortName,
    })
    .from(innerDiscussions)
    .innerJoin(drafts, eq(drafts.id, innerDiscussions.aboutId))
    .innerJoin(organisations, eq(organisations.id, innerDiscussions.organisationId))
    .where(and(isNull(innerDiscussions.endedAt), which))
    .orderBy(innerDiscussions.draftId)
}

async function tellThem(
  ctx: Ctx,
  stage: Standing,
  kind: 'inner.closing' | 'inner.lost',
  facts: Record<string, string> = {},
): Promise<void> {
  const { slug, title, organisation } = stage
  await notifyAll(ctx, await peopleOf(ctx, stage), kind, {
    // the same is told again of a term that moved
    ...{ objectKind: 'term', objectId: uuidv7(), address: `/drafts/${slug}/position` },
    facts: { title, organisation, ...facts },
  })
}

/** Members, who called them, and everybody who may sign for the organisation; of them those who may know the stage. */
async function peopleOf(
  ctx: Ctx,
  { draftId, organisationId, convenedById }: Standing,
): Promise<readonly string[]> {
  const members = await ctx.db
    .select({ id: draftMembers.personId })
    .from(draftMembers)
    .where(eq(draftMembers.draftId, draftId))
  const roles = content().roles.roles.filter(({ can }) => can['position.file'] === 'own')
  const heads = await ctx.db
    .selectDistinct({ id: grants.personId })
    .from(grants)
    .where(
      and(
        inArray(
          grants.role,
          roles.map(({ code }) => code),
        ),
        eq(grants.scopeId, organisationId),
        sql`${grants.during} @> ${dayOf(ctx.now, ctx.zone)}::date`,
      ),
    )
  const all = [convenedById, ...[...members, ...heads].map(({ id }) => id)]
  return withinReach(ctx, draftId, [...new Set(all)])
}
