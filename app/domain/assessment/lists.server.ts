/** Reads of lists of candidates: those within reach, one list with its way, who agreed and what is still missing. */
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { type ActingCtx, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { listVisibleTo } from '#db/reach/candidates.ts'
import {
  candidateLists,
  directions,
  directionVersions,
  listActs,
  listSteps,
  municipalities,
  orders,
  organisations,
} from '#db/schema/index.ts'
import { candidatesOf } from './candidates.server.ts'
import { type Body, bodiesOf, demandsOf } from './demands.server.ts'
import { agree, listRules } from './rules.ts'

/** How long a discarded list can be taken back (design law 8). */
export const keptDays = 30

const listed = {
  id: candidateLists.id,
  number: candidateLists.number,
  title: candidateLists.title,
  state: candidateLists.state,
  effect: candidateLists.effect,
  changedAt: candidateLists.changedAt,
  discardedAt: candidateLists.discardedAt,
  direction: directionVersions.shortTitle,
  municipality: municipalities.name,
}

/** Lists within reach, the newest first; one put aside only while it can be taken back. `before` is a number. */
export async function listsOfCandidates(ctx: ActingCtx, before: number | null, limit: number) {
  const rows = await ctx.db
    .select({
      ...listed,
      people: sql<number>`(select count(*)::int from candidates c
        where c.list_id = ${candidateLists.id} and c.removed_at is null)`,
    })
    .from(candidateLists)
    .innerJoin(directionVersions, eq(directionVersions.id, candidateLists.directionVersionId))
    .leftJoin(municipalities, eq(municipalities.id, candidateLists.municipalityId))
    .where(
      and(
        listVisibleTo(viewerOf(ctx)),
        before === null ? undefined : sql`${candidateLists.number} < ${before}`,
        sql`(${candidateLists.discardedAt} is null or ${candidateLists.discardedAt}
          > ${ctx.now.toISOString()}::timestamptz - make_interval(days => ${keptDays}))`,
      ),
    )
    .orderBy(desc(candidateLists.number))
    .limit(limit + 1)
  return { lists: rows.slice(0, limit), next: rows.length > limit ? (rows[limit - 1]?.number ?? null) : null }
}

export type ListFound = Awaited<ReturnType<typeof listAt>>

/** The list with its direction and place; 404 out of reach. `lock` for commands. */
export async function listAt(ctx: Ctx, id: string, { lock = false } = {}) {
  const query = ctx.db
    .select({
      ...listed,
      directionId: directions.id,
      directionCode: directions.code,
      directionVersionId: directionVersions.id,
      directionTitle: directionVersions.title,
      tier: directionVersions.tier,
      municipalityId: candidateLists.municipalityId,
      ...{ firstDay: candidateLists.firstDay, lastDay: candidateLists.lastDay, basis: candidateLists.basis },
      ...{ revision: candidateLists.revision, orderId: candidateLists.orderId },
    })
    .from(candidateLists)
    .innerJoin(directionVersions, eq(directionVersions.id, candidateLists.directionVersionId))
    .innerJoin(directions, eq(directions.id, directionVersions.directionId))
    .leftJoin(municipalities, eq(municipalities.id, candidateLists.municipalityId))
    .where(and(eq(candidateLists.id, id), listVisibleTo(viewerOf(ctx))))
  const [row] = await (lock ? query.for('update', { of: candidateLists }) : query)
  const list = found(row)
  const place = { municipalityId: list.municipalityId, directionIds: [list.directionId] }
  return { ...list, place }
}

/** Whose agreement the list needs, and who has agreed on it as it is now. */
export async function agreementsOf(ctx: Ctx, list: ListFound): Promise<(Body & { agreed: boolean })[]> {
  const { agreement } = await bodiesOf(ctx, demandsOf(list.directionCode), list.municipalityId)
  const steps = await ctx.db
    .select({ body: listSteps.bodyId })
    .from(listSteps)
    .where(
      and(eq(listSteps.listId, list.id), eq(listSteps.kind, 'agreed'), eq(listSteps.revision, list.revision)),
    )
  return agreement.map((body) => ({ ...body, agreed: steps.some((step) => step.body === body.id) }))
}

/** Further acts about the list: each issuer that content demands, with the last act that was entered. */
export async function actsOf(ctx: Ctx, list: ListFound) {
  const { beside } = await bodiesOf(ctx, demandsOf(list.directionCode), list.municipalityId)
  const rows = await ctx.db
    .select({ issuerId: listActs.issuerId, number: listActs.number, day: listActs.day })
    .from(listActs)
    .where(eq(listActs.listId, list.id))
    .orderBy(desc(listActs.id))
  return beside.map((issuer) => ({
    issuer,
    act: rows.find(({ issuerId }) => issuerId === issuer.id) ?? null,
  }))
}

/** The whole page of a list. Points are null for those who may not read results, and so is all of the gate for mere readers. */
export async function listShown(ctx: ActingCtx, id: string) {
  const list = await listAt(ctx, id)
  const { today } = ctx.actor
  const agreements = await agreementsOf(ctx, list)
  const may = mayDo(ctx, list, agreements)
  const candidates = (await candidatesOf(ctx, list, today)).map((one) => ({
    ...one,
    result: may.points ? one.result : null,
    attempt: may.points ? one.attempt : null,
    band: may.points ? one.band : null,
    passed: may.weigh ? one.passed : null,
    reasons: may.weigh ? one.reasons : [],
    ...(may.weigh ? {} : { consent: null, consentDay: null, entrepreneur: null, exemption: '' }),
  }))
  return {
    ...{ list, candidates, agreements, may },
    acts: await actsOf(ctx, list),
    bodies: await bodiesOf(ctx, demandsOf(list.directionCode), list.municipalityId),
    demands: demandsOf(list.directionCode),
    steps: await stepsOf(ctx, id),
    order: await orderOf(ctx, list.orderId),
  }
}

function mayDo(ctx: ActingCtx, { place }: ListFound, agreements: readonly (Body & { agreed: boolean })[]) {
  const can = (rule: keyof typeof listRules) => listRules[rule](ctx.actor, place) === null
  const bodies = agreements.filter(
    ({ id, municipalityId }) => agree(ctx.actor, { organisationId: id, municipalityId }) === null,
  )
  const [draw, enter, points, register] = [...[can('draw'), can('enter'), can('readPoints'), can('register')]]
  return {
    ...{ draw, enter, points, register, agreeFor: bodies },
    weigh: !!(draw || enter || points || register) || bodies.length > 0 || can('readPass'),
  }
}

async function stepsOf(ctx: Ctx, listId: string) {
  return ctx.db
    .select({
      ...{ id: listSteps.id, kind: listSteps.kind, at: listSteps.at, reason: listSteps.reason },
      ...{ revision: listSteps.revision, body: organisations.shortName },
    })
    .from(listSteps)
    .leftJoin(organisations, eq(organisations.id, listSteps.bodyId))
    .where(eq(listSteps.listId, listId))
    .orderBy(asc(listSteps.id))
    .limit(200)
}

async function orderOf(ctx: Ctx, orderId: string | null) {
  if (!orderId) return null
  const { slug, number, day } = orders
  return found((await ctx.db.select({ slug, number, day }).from(orders).where(eq(orders.id, orderId)))[0])
}

/** The list from which an order was made, for the page of the order; null out of reach. */
export async function listOfOrder(ctx: Ctx, slug: string): Promise<{ id: string; number: number } | null> {
  const [row] = await ctx.db
    .select({ id: candidateLists.id, number: candidateLists.number })
    .from(candidateLists)
    .innerJoin(orders, eq(orders.id, candidateLists.orderId))
    .where(and(eq(orders.slug, slug), listVisibleTo(viewerOf(ctx))))
  return row ?? null
}

/** A list that may still be changed, for those who draw it up. Problems: not-found, forbidden, list-registered, conflict. */
export async function openList(ctx: ActingCtx, id: string): Promise<ListFound> {
  const list = await listAt(ctx, id)
  authorize(listRules.draw, ctx.actor, list.place)
  if (list.state === 'registered') throw new Problem('list-registered')
  if (list.discardedAt) throw new Problem('conflict')
  return list
}
