/**
 * Registering of orders: a status begins and ends exactly for the person and direction of a line, and in no other way.
 *
 * Nothing is rewritten: an end closes what was believed (`known`) and adds the shorter term, so the registry of any
 * past day and of any past state of knowledge can be asked again.
 */
import { and, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import {
  directionVersions,
  orderItems,
  orders,
  organisations,
  people,
  statuses,
  users,
} from '#db/schema/index.ts'
import { OrderPaper, type OrderPaperInput, type OrderPaperValue } from './forms.ts'
import { orderSlug } from './order-slug.ts'
import { expertRules } from './rules.ts'

/** Registers a signed order with its list; returns its id and slug. Either the whole list takes effect, or nothing. */
export async function registerOrder(
  ctx: ActingCtx,
  input: OrderPaperInput,
): Promise<{ id: string; slug: string }> {
  const paper = checked(input)
  return atomically(ctx, async (ctx) => {
    const issuer = await lockIssuer(ctx, paper.issuerId)
    authorize(expertRules.registerOrder, ctx.actor, {
      organisationId: issuer.id,
      municipalityId: issuer.municipalityId,
    })
    if (paper.day > dayOf(ctx.now, ctx.zone)) throw new Problem('order-ahead', {}, 'day')
    await refuseTwin(ctx, paper)
    await lockPeople(ctx, paper)

    const [id, slug] = [uuidv7(), orderSlug(issuer.code, paper.day, paper.number)]
    const { lines, ...values } = paper
    await ctx.db.insert(orders).values({
      id,
      slug,
      ...values,
      registeredById: ctx.actor.personId,
      registeredAt: ctx.now,
      source: 'site',
    })
    const items = await insertItems(ctx, id, paper)
    for (const item of items)
      await (item.act === 'begin' ? beginStatus(ctx, item) : endStatus(ctx, item, paper.day))
    await tellPeople(ctx, { id, slug, ...paper }, items)
    await record(
      ctx,
      'order.registered',
      { kind: 'order', id },
      { lines: lines.length, effect: paper.effect },
    )
    return { id, slug }
  })
}

function checked(input: OrderPaperInput): OrderPaperValue {
  const { success, data, error } = OrderPaper.safeParse(input)
  if (success) return data
  const [issue] = error.issues
  throw new Problem(issue?.message ?? 'invalid', {}, String(issue?.path[0] ?? ''))
}

type Item = typeof orderItems.$inferSelect

async function lockIssuer(ctx: ActingCtx, issuerId: string) {
  // The issuer's row is the lock under which numbers of its orders are compared.
  const [issuer] = await ctx.db
    .select()
    .from(organisations)
    .where(eq(organisations.id, issuerId))
    .for('update')
  if (!issuer) throw new Problem('issuer-unknown', {}, 'issuerId')
  return issuer
}

async function refuseTwin(ctx: ActingCtx, { issuerId, day, number }: OrderPaperValue) {
  const [twin] = await ctx.db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.issuerId, issuerId), eq(orders.day, day), eq(orders.number, number)))
  if (twin) throw new Problem('order-exists', {}, 'number')
}

/** In the order of ids, so that two orders about the same people wait for each other instead of failing. */
async function lockPeople(ctx: ActingCtx, { lines }: OrderPaperValue) {
  const ids = [...new Set(lines.map(({ personId }) => personId))]
  const rows = await ctx.db
    .select({ id: people.id })
    .from(people)
    .where(inArray(people.id, ids))
    .orderBy(people.id)
    .for('update')
  if (rows.length < ids.length) throw new Problem('person-unknown', {}, 'lines')
  const keys = lines.map((line) => [line.personId, line.directionVersionId, line.tier, line.act].join(' '))
  if (new Set(keys).size < keys.length) throw new Problem('order-line-twice', {}, 'lines')
}

async function insertItems(ctx: ActingCtx, orderId: string, { lines }: OrderPaperValue): Promise<Item[]> {
  await assertDirections(ctx, lines)
  const known = await ctx.db
    .select()
    .from(people)
    .where(
      inArray(
        people.id,
        lines.map(({ personId }) => personId),
      ),
    )
  const names = new Map(
    known.map((one) => [one.id, [one.familyName, one.givenName, one.patronymic].filter(Boolean).join(' ')]),
  )
  const rows = lines.map(({ firstDay, lastDay, ...line }, at) => {
    if (line.act === 'begin' && !firstDay) throw new Problem('order-no-term', { line: at + 1 }, 'lines')
    if (firstDay && lastDay && lastDay < firstDay) throw new Problem('order-term', { line: at + 1 }, 'lines')
    const during = line.act === 'begin' ? `[${firstDay},${lastDay ? `${lastDay}]` : ')'}` : null
    return {
      id: uuidv7(),
      orderId,
      position: at + 1,
      ...line,
      during,
      printedName: names.get(line.personId) ?? '',
    }
  })
  return ctx.db.insert(orderItems).values(rows).returning()
}

/** Those of the list who sign in here learn of it; the order itself is what they are led to. */
async function tellPeople(
  ctx: ActingCtx,
  order: { id: string; slug: string; number: string; day: string; title: string },
  items: readonly Item[],
) {
  const { id, slug, number, day, title } = order
  const told = { objectKind: 'order', objectId: id, address: `/orders/${slug}` }
  for (const act of ['begin', 'end'] as const) {
    const ids = items.filter((item) => item.act === act).map(({ personId }) => personId)
    if (ids.length === 0) continue
    const here = await ctx.db.select({ id: users.personId }).from(users).where(inArray(users.personId, ids))
    const kind = act === 'begin' ? 'status.begun' : 'status.ended'
    const people = here.map((user) => user.id)
    await notifyAll(ctx, people, kind, { ...told, facts: { number, from: day, title } })
  }
}

async function beginStatus(ctx: ActingCtx, item: Item) {
  const during = item.during ?? ''
  const same = sameStatus(item)
  const [overlap] = await ctx.db
    .select({ id: statuses.id })
    .from(statuses)
    .where(and(same, sql`${statuses.during} && ${during}::daterange`))
  if (overlap) throw new Problem('status-overlaps', { line: item.position }, 'lines')
  const { personId, directionVersionId, tier } = item
  const known = `[${ctx.now.toISOString()},)`
  await ctx.db
    .insert(statuses)
    .values({ personId, directionVersionId, tier, beginItemId: item.id, during, known })
}

/** The status in force on the day, or one that is still ahead, ends the day before the order's. */
async function endStatus(ctx: ActingCtx, item: Item, day: string) {
  const [status] = await ctx.db
    .select()
    .from(statuses)
    .where(
      and(
        sameStatus(item),
        sql`(upper(${statuses.during}) is null or upper(${statuses.during}) > ${day}::date)`,
      ),
    )
    .orderBy(sql`lower(${statuses.during})`)
    .limit(1)
    .for('update')
  if (!status) throw new Problem('status-none', { line: item.position }, 'lines')
  const now = ctx.now.toISOString()
  await ctx.db
    .update(statuses)
    .set({ known: sql`tstzrange(lower(${statuses.known}), ${now}::timestamptz)` })
    .where(eq(statuses.id, status.id))
  const { personId, directionVersionId, tier, beginItemId } = status
  const during = sql<string>`daterange(least(lower(${status.during}::daterange), ${day}::date), ${day}::date)`
  await ctx.db.insert(statuses).values({
    personId,
    directionVersionId,
    tier,
    beginItemId,
    endItemId: item.id,
    during,
    known: `[${now},)`,
  })
}

function sameStatus({ personId, directionVersionId, tier }: Item) {
  return and(
    eq(statuses.personId, personId),
    eq(statuses.directionVersionId, directionVersionId),
    eq(statuses.tier, tier),
    sql`upper_inf(${statuses.known})`,
    sql`not isempty(${statuses.during})`,
  )
}

async function assertDirections(ctx: ActingCtx, lines: OrderPaperValue['lines']) {
  const ids = [...new Set(lines.map(({ directionVersionId }) => directionVersionId))]
  const rows = await ctx.db
    .select({ id: directionVersions.id })
    .from(directionVersions)
    .where(inArray(directionVersions.id, ids))
  const known = new Set(rows.map(({ id }) => id))
  const at = lines.findIndex(({ directionVersionId }) => !known.has(directionVersionId))
  if (at >= 0) throw new Problem('direction-unknown', { line: at + 1 }, 'lines')
}
