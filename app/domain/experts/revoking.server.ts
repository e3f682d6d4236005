/**
 * Revoking of orders: the act that cancels an order is an order too. On its day what the first one began ends, and what
 * it suspended holds again.
 */
import { and, eq, isNull, sql } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { orderItems, orders, organisations, statuses } from '#db/schema/index.ts'
import { Revocation, type RevocationInput } from './forms.ts'
import { registerOrder } from './ordering.server.ts'
import { expertRules } from './rules.ts'

/** Registers the act that cancels an order: its effects are over on the day of that act. Returns the new order's slug. */
export async function revokeOrder(ctx: ActingCtx, orderId: string, input: RevocationInput): Promise<string> {
  const { data: paper, error } = Revocation.safeParse(input)
  if (!paper)
    throw new Problem(error.issues[0]?.message ?? 'invalid', {}, String(error.issues[0]?.path[0] ?? ''))
  return atomically(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(orders).where(eq(orders.id, orderId)).for('update')
    const order = found(row)
    authorize(expertRules.revokeOrder, ctx.actor, await placeOfIssuer(ctx, order.issuerId))
    if (order.revokedById !== null) throw new Problem('order-revoked')
    if (order.effect === 'revokes') throw new Problem('order-revokes')
    if (paper.day < order.day) throw new Problem('order-before', {}, 'day')
    const suspends = order.effect === 'suspends'
    const lines = suspends
      ? await suspendedBy(ctx, orderId, paper.day)
      : (await begunBy(ctx, orderId, paper.day)).map((line) => ({ ...line, act: 'end' as const }))
    // Somebody must be named in the act; an order whose terms are all over has nobody left to name.
    if (lines.length === 0) throw new Problem('order-over')
    const { id, slug } = await registerOrder(ctx, {
      ...paper,
      issuerId: order.issuerId,
      effect: suspends ? 'resumes' : 'excludes',
      lines,
    })
    await ctx.db.update(orders).set({ effect: 'revokes' }).where(eq(orders.id, id))
    await ctx.db.update(orders).set({ revokedById: id }).where(eq(orders.id, orderId))
    await record(ctx, 'order.revoked', { kind: 'order', id: orderId }, { by: id })
    return slug
  })
}

/** Whether the page of an order offers to cancel it; whether anything is left to end is told on the next page. */
export function mayRevoke(
  ctx: Ctx,
  order: { issuerId: string; municipalityId: string | null; revoked: boolean; effect: string; begun: number },
): boolean {
  if (order.revoked || order.effect === 'revokes') return false
  if (order.begun === 0 && order.effect !== 'suspends') return false
  const { issuerId: organisationId, municipalityId } = order
  return expertRules.revokeOrder(ctx.actor, { organisationId, municipalityId }) === null
}

/** What cancelling the order on the actor's day would end, or why it cannot be cancelled. For the page that asks. */
export async function revocationOf(ctx: ActingCtx, slug: string) {
  const [row] = await ctx.db
    .select()
    .from(orders)
    .where(eq(orders.slug, slug.replaceAll('\0', '')))
  const order = found(row)
  authorize(expertRules.revokeOrder, ctx.actor, await placeOfIssuer(ctx, order.issuerId))
  const { id, number, day, title, signatoryPost } = order
  const refused =
    order.revokedById !== null ? 'order-revoked' : order.effect === 'revokes' ? 'order-revokes' : null
  const { today } = ctx.actor
  const resuming = !refused && order.effect === 'suspends' ? (await suspendedBy(ctx, id, today)).length : 0
  const ending = refused || order.effect === 'suspends' ? 0 : (await begunBy(ctx, id, today)).length
  const problem = refused ?? (ending + resuming > 0 ? null : 'order-over')
  return { id, number, day, title, signatoryPost, ending, resuming, problem }
}

/** Statuses that the order began and that reach the day or beyond, in the order of its list. */
async function begunBy(ctx: Ctx, orderId: string, day: string) {
  return ctx.db
    .select({
      personId: statuses.personId,
      directionVersionId: statuses.directionVersionId,
      tier: statuses.tier,
    })
    .from(statuses)
    .innerJoin(orderItems, eq(orderItems.id, statuses.beginItemId))
    .where(
      and(
        eq(orderItems.orderId, orderId),
        sql`upper_inf(${statuses.known})`,
        sql`not isempty(${statuses.during})`,
        sql`(upper(${statuses.during}) is null or upper(${statuses.during}) > ${day}::date)`,
      ),
    )
    .orderBy(orderItems.position)
}

/** Statuses that the order still keeps from holding on the day or later, each with the day on which it holds again. */
async function suspendedBy(ctx: Ctx, orderId: string, day: string) {
  const rows = await ctx.db
    .selectDistinct({
      position: orderItems.position,
      personId: orderItems.personId,
      directionVersionId: orderItems.directionVersionId,
      tier: orderItems.tier,
      firstDay: sql<string>`to_char(greatest(lower(${orderItems.during}), ${day}::date), 'YYYY-MM-DD')`,
    })
    .from(orderItems)
    .innerJoin(statuses, eq(statuses.endItemId, orderItems.id))
    .where(
      and(
        eq(orderItems.orderId, orderId),
        eq(orderItems.act, 'suspend'),
        isNull(orderItems.retractedAt),
        sql`upper_inf(${statuses.known})`,
        sql`(upper(${orderItems.during}) is null or upper(${orderItems.during}) > ${day}::date)`,
        // what began again by a later act is not suspended any more
        sql`not exists (select from statuses f join direction_versions v on v.id = f.direction_version_id
          join direction_versions w on w.id = ${orderItems.directionVersionId} and w.direction_id = v.direction_id
          where f.person_id = ${orderItems.personId} and f.tier = ${orderItems.tier} and upper_inf(f.known)
            and f.during @> greatest(lower(${orderItems.during}), ${day}::date))`,
      ),
    )
    .orderBy(orderItems.position)
  return rows.map(({ position: _, ...line }) => ({ ...line, act: 'resume' as const }))
}

async function placeOfIssuer(ctx: Ctx, issuerId: string) {
  const [row] = await ctx.db
    .select({ organisationId: organisations.id, municipalityId: organisations.municipalityId })
    .from(organisations)
    .where(eq(organisations.id, issuerId))
  return found(row)
}
