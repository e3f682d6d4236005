/** Reads of requests and of the plan that they make. */
import { and, asc, desc, eq, inArray, isNotNull, lt, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type ActingCtx, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { authorize, capable } from '#app/domain/rules.ts'
import { ownRequest, requestVisibleTo } from '#db/reach/requests.ts'
import { draftVisibleTo } from '#db/reach/reviews.ts'
import { discussionRequests, drafts, organisations, requestSteps } from '#db/schema/index.ts'

const developers = alias(organisations, 'developers')
const listed = {
  number: discussionRequests.number,
  title: discussionRequests.title,
  kind: discussionRequests.kind,
  process: discussionRequests.process,
  state: discussionRequests.state,
  plannedYear: discussionRequests.plannedYear,
  plannedMonth: discussionRequests.plannedMonth,
  createdAt: discussionRequests.createdAt,
  organisation: organisations.shortName,
  developer: developers.shortName,
}

/** Requests of the actor and of the organisations for which the actor asks, newest first; `before` is the last number shown. */
export async function ownRequests(ctx: ActingCtx, before?: number, limit = 30) {
  return page(ctx, ownRequest(viewerOf(ctx)), before, limit)
}

/** All requests for those who decide or watch, one state or all, newest first. */
export async function requestQueue(
  ctx: ActingCtx,
  { state, before }: { state?: 'sent' | 'returned' | 'planned' | 'accepted'; before?: number } = {},
  limit = 30,
) {
  authorize(capable('request.read'), ctx.actor, {})
  return page(ctx, state ? eq(discussionRequests.state, state) : sql`true`, before, limit)
}

async function page(ctx: Ctx, which: SQL | undefined, before: number | undefined, limit: number) {
  const rows = await ctx.db
    .select(listed)
    .from(discussionRequests)
    .innerJoin(organisations, eq(organisations.id, discussionRequests.organisationId))
    .innerJoin(developers, eq(developers.id, discussionRequests.developerId))
    .where(
      and(
        requestVisibleTo(viewerOf(ctx)),
        which,
        before === undefined ? undefined : lt(discussionRequests.number, before),
      ),
    )
    .orderBy(desc(discussionRequests.number))
    .limit(limit + 1)
  const next = rows.length > limit ? rows[limit - 1]?.number : undefined
  return { rows: rows.slice(0, limit), ...(next === undefined ? {} : { next }) }
}

/** A request within reach with its organisations, its history, and the draft made from it when the viewer may see it. */
export async function requestByNumber(ctx: Ctx, number: number) {
  const viewer = viewerOf(ctx)
  const [row] = await ctx.db
    .select({
      request: discussionRequests,
      organisation: organisations.name,
      developer: developers.name,
      slug: drafts.slug,
    })
    .from(discussionRequests)
    .innerJoin(organisations, eq(organisations.id, discussionRequests.organisationId))
    .innerJoin(developers, eq(developers.id, discussionRequests.developerId))
    .leftJoin(drafts, and(eq(drafts.id, discussionRequests.draftId), draftVisibleTo(viewer)))
    .where(and(eq(discussionRequests.number, number), requestVisibleTo(viewer)))
  const shown = found(row)
  const steps = await ctx.db
    .select({
      kind: requestSteps.kind,
      reason: requestSteps.reason,
      facts: requestSteps.facts,
      at: requestSteps.madeAt,
    })
    .from(requestSteps)
    .where(eq(requestSteps.requestId, shown.request.id))
    .orderBy(asc(requestSteps.id))
  return { ...shown, steps }
}

/** The plan of a year: planned and accepted requests by month, with the draft where it is published. Public. */
export async function planOfYear(ctx: Ctx, year: number) {
  return ctx.db
    .select({
      ...listed,
      developer: developers.name,
      month: sql<number>`${discussionRequests.plannedMonth}`,
      slug: drafts.slug,
    })
    .from(discussionRequests)
    .innerJoin(organisations, eq(organisations.id, discussionRequests.organisationId))
    .innerJoin(developers, eq(developers.id, discussionRequests.developerId))
    .leftJoin(
      drafts,
      and(
        eq(drafts.id, discussionRequests.draftId),
        isNotNull(drafts.publishedAt),
        draftVisibleTo(viewerOf(ctx)),
      ),
    )
    .where(
      and(
        eq(discussionRequests.plannedYear, year),
        inArray(discussionRequests.state, ['planned', 'accepted']),
      ),
    )
    .orderBy(asc(discussionRequests.plannedMonth), asc(discussionRequests.number))
}

/** Years that have a plan, the latest first. */
export async function plannedYears(ctx: Ctx): Promise<number[]> {
  const rows = await ctx.db
    .selectDistinct({ year: discussionRequests.plannedYear })
    .from(discussionRequests)
    .where(
      and(
        isNotNull(discussionRequests.plannedYear),
        inArray(discussionRequests.state, ['planned', 'accepted']),
      ),
    )
  return rows.flatMap(({ year }) => year ?? []).sort((a, b) => b - a)
}
