/**
 * The ledger: what a line of a registered order does to a status.
 *
 * Nothing is rewritten: an end, a longer term or another one closes what was believed (`known`) and adds a row, so the
 * registry of any past day and of any past state of knowledge can be asked again.
 */
import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { directionVersions, orderItems, orders, statuses } from '#db/schema/index.ts'

export type Item = typeof orderItems.$inferSelect
export type Line = Pick<Item, 'personId' | 'directionVersionId' | 'tier'>

/** The status of a line begins; Problem('status-overlaps') where the person has one on a day of the term. */
export async function beginStatus(ctx: ActingCtx, item: Item): Promise<void> {
  const during = item.during ?? ''
  const [overlap] = await ctx.db
    .select({ id: statuses.id })
    .from(statuses)
    .where(and(believed(item), sql`${statuses.during} && ${during}::daterange`))
  if (overlap) throw new Problem('status-overlaps', { line: item.position }, 'lines')
  await add(ctx, item, { during: sql`${during}::daterange` })
}

/** The status goes on by this order: what held on its first day ends there, and the new term begins. */
export async function continueStatus(ctx: ActingCtx, item: Item): Promise<void> {
  const first = sql`lower(${item.during}::daterange)`
  const held = await ctx.db
    .select()
    .from(statuses)
    .where(and(believed(item), sql`${statuses.during} && daterange(${first}, null)`))
    .for('update')
  for (const status of held) await cut(ctx, status, item, first)
  await add(ctx, item, { during: sql`${item.during ?? ''}::daterange` })
}

/**
 * The status in force on the day, or one that is still ahead, ends the day before; where it began later, it never was.
 * Problem('status-none') where there is none.
 */
export async function endStatus(ctx: ActingCtx, item: Item, day: string): Promise<void> {
  const held = await suspendedOn(ctx, item, day)
  if (!held) return cut(ctx, await reaching(ctx, item, day), item, sql`${day}::date`)
  // it does not hold on the day, and from now on nothing of it is there to be resumed
  await close(ctx, held.id)
  const { during, beginItemId: begin } = held
  await add(ctx, held, { during: sql`${during}::daterange`, begin, end: item.id })
}

/** The term reads otherwise, as if it had been so from the beginning; ground of the status is the order that began it. */
export async function amendTerm(ctx: ActingCtx, item: Item, day: string): Promise<void> {
  const status = await reaching(ctx, item, day)
  await close(ctx, status.id)
  const [overlap] = await ctx.db
    .select({ id: statuses.id })
    .from(statuses)
    .where(and(believed(item), sql`${statuses.during} && ${item.during ?? ''}::daterange`))
  if (overlap) throw new Problem('status-overlaps', { line: item.position }, 'lines')
  await add(ctx, status, { during: sql`${item.during ?? ''}::daterange`, begin: status.beginItemId })
}

/**
 * The status does not hold on the days of the line: what goes on after them keeps its ground. Problem('status-none') where
 * there is none, Problem('suspend-late') where the days begin after it.
 */
export async function suspendStatus(ctx: ActingCtx, item: Item): Promise<void> {
  const days = sql`${item.during ?? ''}::daterange`
  const status = await reaching(ctx, item, firstOf(item))
  await cut(ctx, status, item, sql`lower(${days})`)
  const { beginItemId: begin, endItemId, during } = status
  const rest = sql`daterange(upper(${days}), upper(${during}::daterange))`
  const [goesOn] = await ctx.db.execute<{ yes: boolean }>(sql`select not upper_inf(${days})
    and (upper_inf(${during}::daterange) or upper(${during}::daterange) > upper(${days})) as yes`)
  if (goesOn?.yes) await add(ctx, status, { during: rest, begin, ...(endItemId ? { end: endItemId } : {}) })
}

/** What was suspended holds again from the day to the end it had. Problem('resume-none') where nothing is suspended. */
export async function resumeStatus(ctx: ActingCtx, item: Item, day: string): Promise<void> {
  const held = await suspendedOn(ctx, item, day)
  if (!held) throw new Problem('resume-none', { line: item.position }, 'lines')
  const during = sql`daterange(${day}::date, upper(${held.days}::daterange))`
  const [overlap] = await ctx.db
    .select({ id: statuses.id })
    .from(statuses)
    .where(and(believed(item), sql`${statuses.during} && ${during}`))
  if (overlap) throw new Problem('status-overlaps', { line: item.position }, 'lines')
  await add(ctx, item, { during, begin: held.beginItemId })
}

/** The status that a suspension keeps from holding on the day; none by an order that was cancelled. */
async function suspendedOn(ctx: ActingCtx, line: Line, day: string) {
  const [held] = await ctx.db
    .select({ status: statuses, days: orderItems.during })
    .from(statuses)
    .innerJoin(orderItems, eq(orderItems.id, statuses.endItemId))
    .where(
      and(
        known(line),
        eq(orderItems.act, 'suspend'),
        sql`${orderItems.during} @> ${day}::date`,
        sql`not exists (select from order_items b join orders o on o.id = b.order_id
          where b.id = ${statuses.beginItemId} and o.revoked_by_id is not null)`,
      ),
    )
    .orderBy(desc(orderItems.id))
    .limit(1)
    .for('update', { of: statuses })
  return held && { ...held.status, days: held.days }
}

/** Days from the first one of a suspension to the end of the status that it meets; null where there is no status. */
export async function restOf(ctx: Ctx, line: Line, from: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ rest: sql<string>`daterange(${from}::date, upper(${statuses.during}))::text` })
    .from(statuses)
    .where(and(believed(line), sql`${statuses.during} @> ${from}::date`))
  return row?.rest ?? null
}

/** Who has a status of the direction and tier on the day or later, by an order of this issuer. */
export async function heldUnder(
  ctx: Ctx,
  issuerId: string,
  { directionVersionId, tier }: Pick<Line, 'directionVersionId' | 'tier'>,
  day: string,
): Promise<Line[]> {
  return ctx.db
    .selectDistinct({
      personId: statuses.personId,
      directionVersionId: statuses.directionVersionId,
      tier: statuses.tier,
    })
    .from(statuses)
    .innerJoin(orderItems, eq(orderItems.id, statuses.beginItemId))
    .innerJoin(orders, eq(orders.id, orderItems.orderId))
    .where(
      and(
        eq(orders.issuerId, issuerId),
        eq(statuses.tier, tier),
        sameDirection(directionVersionId),
        sql`upper_inf(${statuses.known}) and not isempty(${statuses.during})`,
        sql`(upper(${statuses.during}) is null or upper(${statuses.during}) > ${day}::date)`,
      ),
    )
    .orderBy(statuses.personId, statuses.directionVersionId)
}

async function reaching(ctx: ActingCtx, item: Item, day: string) {
  const [status] = await ctx.db
    .select()
    .from(statuses)
    .where(
      and(
        believed(item),
        sql`(upper(${statuses.during}) is null or upper(${statuses.during}) > ${day}::date)`,
      ),
    )
    .orderBy(sql`lower(${statuses.during})`)
    .limit(1)
    .for('update')
  if (!status) throw new Problem('status-none', { line: item.position }, 'lines')
  return status
}

type Status = typeof statuses.$inferSelect

/** Ends a status before the day; what would have begun later is left empty. */
async function cut(ctx: ActingCtx, status: Status, item: Item, day: SQL) {
  await close(ctx, status.id)
  const { beginItemId, during } = status
  const term = sql`daterange(least(lower(${during}::daterange), ${day}), ${day})`
  await add(ctx, status, { during: term, begin: beginItemId, end: item.id })
}

async function close(ctx: ActingCtx, statusId: string) {
  await ctx.db
    .update(statuses)
    .set({ known: sql`tstzrange(lower(${statuses.known}), ${ctx.now.toISOString()}::timestamptz)` })
    .where(eq(statuses.id, statusId))
}

async function add(
  ctx: ActingCtx,
  of: Item | Status,
  { during, begin, end }: { during: SQL; begin?: string; end?: string },
) {
  const { personId, directionVersionId, tier } = of
  await ctx.db.insert(statuses).values({
    ...{ personId, directionVersionId, tier, beginItemId: begin ?? of.id, endItemId: end ?? null },
    ...{ during: during as unknown as string, known: `[${ctx.now.toISOString()},)` },
  })
}

/** Statuses of the person in the direction, whichever list named it, as believed now. */
function believed(line: Line) {
  return and(known(line), sql`not isempty(${statuses.during})`)
}

/** The same, with those that were cut before they began. */
function known({ personId, directionVersionId, tier }: Line) {
  return and(
    eq(statuses.personId, personId),
    sameDirection(directionVersionId),
    eq(statuses.tier, tier),
    sql`upper_inf(${statuses.known})`,
  )
}

function firstOf({ during }: Item): string {
  return /^\[([\d-]+)/.exec(during ?? '')?.[1] ?? ''
}

function sameDirection(directionVersionId: string) {
  const { id, directionId } = directionVersions
  return inArray(
    statuses.directionVersionId,
    sql`(select v.id from ${directionVersions} v where v.direction_id =
      (select ${directionId} from ${directionVersions} where ${id} = ${directionVersionId}))`,
  )
}
