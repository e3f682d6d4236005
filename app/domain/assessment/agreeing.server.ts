/**
 * Agreeing: a list goes to those whose agreement content demands, and is ready when all have agreed on this revision.
 *
 * Whom the gate stops keeps the list from being sent and from being agreed on; who agrees for a body is a matter of its
 * scope, and nobody of the region agrees for a municipality.
 */
import { eq, sql } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { candidateLists } from '#db/schema/index.ts'
import { candidatesOf } from './candidates.server.ts'
import type { ListDecisionValue } from './forms.ts'
import { lockList, step } from './listing.server.ts'
import { agreementsOf, type ListFound, listAt } from './lists.server.ts'
import { agree } from './rules.ts'

/** Sends a draft to agreement; one that needs none is ready at once. Problems: list-empty, list-blocked. */
export async function sendList(ctx: ActingCtx, id: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const list = await lockList(ctx, id)
    if (list.state !== 'draft' || list.discardedAt) throw new Problem('conflict')
    await assertOpen(ctx, list)
    const bodies = await agreementsOf(ctx, list)
    await moveTo(ctx, id, bodies.length > 0 ? 'agreement' : 'ready')
    await step(ctx, list, 'sent')
    for (const body of bodies) await tell(ctx, list, await approversOf(ctx, body), 'list.sent')
  })
}

/** Takes a sent or agreed list back to work. */
export async function recallList(ctx: ActingCtx, id: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const list = await lockList(ctx, id)
    if (list.state === 'draft') throw new Problem('conflict')
    await moveTo(ctx, id, 'draft')
    // whoever reads it again agrees again
    const revision = list.revision + 1
    await ctx.db.update(candidateLists).set({ revision }).where(eq(candidateLists.id, id))
    await step(ctx, { id, revision }, 'recalled')
  })
}

/** A body agrees, or returns the list with its reason. Problems: stale, list-not-yours, list-agreed, list-blocked. */
export async function decideOnList(ctx: ActingCtx, id: string, value: ListDecisionValue): Promise<void> {
  const { seen, body: bodyId, decision, reason } = value
  await atomically(ctx, async (ctx) => {
    const list = await listAt(ctx, id, { lock: true })
    const bodies = await agreementsOf(ctx, list)
    const body = bodies.find((one) => one.id === bodyId)
    if (!body) throw new Problem('list-not-yours')
    authorize(agree, ctx.actor, { organisationId: body.id, municipalityId: body.municipalityId })
    if (list.state !== 'agreement') throw new Problem('list-not-sent')
    if (list.revision !== seen) throw new Problem('stale')
    if (decision === 'agreed') {
      if (body.agreed) throw new Problem('list-agreed')
      await assertOpen(ctx, list)
    }
    await step(ctx, list, decision, { bodyId, reason })
    const last = bodies.every(({ id, agreed }) => agreed || id === bodyId)
    if (decision === 'returned') await moveTo(ctx, id, 'draft')
    else if (last) await moveTo(ctx, id, 'ready')
    await tell(ctx, list, await authorOf(ctx, id), decision === 'agreed' ? 'list.agreed' : 'list.returned')
  })
}

/** Problem('list-blocked') with how many people the gate stops, Problem('list-empty') without anybody. */
export async function assertOpen(ctx: ActingCtx, list: ListFound): Promise<void> {
  const candidates = await candidatesOf(ctx, list, ctx.actor.today)
  if (candidates.length === 0) throw new Problem('list-empty')
  const stopped = candidates.filter(({ reasons }) => reasons.length > 0)
  if (stopped.length > 0) throw new Problem('list-blocked', { count: stopped.length })
}

async function moveTo(ctx: ActingCtx, id: string, state: 'draft' | 'agreement' | 'ready') {
  await ctx.db.update(candidateLists).set({ state, changedAt: ctx.now }).where(eq(candidateLists.id, id))
}

async function tell(ctx: ActingCtx, { id, title }: ListFound, people: readonly string[], kind: string) {
  const address = `/desk/lists/${id}`
  await notifyAll(ctx, people, kind, {
    objectKind: 'candidate-list',
    objectId: id,
    address,
    facts: { title },
  })
}

async function authorOf(ctx: ActingCtx, id: string): Promise<string[]> {
  const { createdById } = candidateLists
  return (await ctx.db.select({ createdById }).from(candidateLists).where(eq(candidateLists.id, id))).map(
    (row) => row.createdById,
  )
}

/** People whose grant of today lets them agree for the body, deputies not counted. */
async function approversOf(ctx: Ctx, body: { municipalityId: string | null }): Promise<string[]> {
  const reach = body.municipalityId === null ? 'all' : 'own'
  const roles = content()
    .roles.roles.filter(({ can }) => can['order.approve'] === reach)
    .map(({ code }) => code as string)
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select distinct g.person_id as id from grants g
    join users u on u.person_id = g.person_id and u.disabled_at is null
    where g.during @> ${dayOf(ctx.now, ctx.zone)}::date and g.role in ${['', ...roles]}
      and ${
        body.municipalityId === null
          ? sql`g.scope_kind = 'region'`
          : sql`g.scope_kind = 'municipality' and g.scope_id = ${body.municipalityId}`
      }`)
  return rows.map(({ id }) => id)
}
