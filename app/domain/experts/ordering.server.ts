/**
 * Registering of orders: a status begins, goes on, reads otherwise and ends exactly for the person and direction of a
 * line, and in no other way. What each effect does (issue 4.3): «утверждает» begins; «дополняет» begins, or lets a
 * status go on by the new term; «заменяет список» does the same and ends the statuses of whom it leaves out;
 * «исключает» ends; «вносит изменения» also corrects a name or a term of an earlier order; «приостанавливает» and
 * «возобновляет» leave out days of a status, which keeps the order that began it.
 */
import { and, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { orderItems, orders, organisations, statuses, users } from '#db/schema/index.ts'
import { OrderPaper, type OrderPaperInput, type OrderPaperValue } from './forms.ts'
import {
  amendTerm,
  beginStatus,
  continueStatus,
  endStatus,
  type Item,
  resumeStatus,
  suspendStatus,
} from './ledger.server.ts'
import { correctNames, insertItems, leftOut, lockPeople, refuseTwice } from './order-lines.server.ts'
import { orderSlug } from './order-slug.ts'
import { lastDay } from './registry.ts'
import { expertRules } from './rules.ts'

export type Verdict = 'begins' | 'continues' | 'ends' | 'left-out' | 'amended' | 'suspended' | 'resumed'

/** What an order did to one person: lines of its list in their order, then whom it leaves out. */
export interface OrderChange {
  personId: string
  directionVersionId: string
  verdict: Verdict
  /** first and last day of the term that begins or reads otherwise; of an end, its day as `firstDay` */
  firstDay: string | null
  lastDay: string | null
  /** as printed in the act */
  name: string
}

/** Registers a signed order with its list; either the whole list takes effect, or nothing. */
export async function registerOrder(
  ctx: ActingCtx,
  input: OrderPaperInput,
): Promise<{ id: string; slug: string; changes: OrderChange[] }> {
  const paper = checked(input)
  return atomically(ctx, async (ctx) => {
    const issuer = await lockIssuer(ctx, paper)
    authorize(expertRules.registerOrder, ctx.actor, {
      organisationId: issuer.id,
      municipalityId: issuer.municipalityId,
    })
    if (paper.day > dayOf(ctx.now, ctx.zone)) throw new Problem('order-ahead', {}, 'day')
    if (issuer.closed) throw new Problem('issuer-closed', {}, 'issuerId')
    await refuseTwin(ctx, paper)
    refuseTwice(paper.lines)
    const lines = [...paper.lines, ...(await leftOut(ctx, paper))]
    await lockPeople(ctx, lines)

    const [id, slug] = [uuidv7(), orderSlug(issuer.code, paper.day, paper.number)]
    const { lines: listed, ...values } = paper
    await ctx.db.insert(orders).values({
      id,
      slug,
      ...values,
      registeredById: ctx.actor.personId,
      registeredAt: ctx.now,
      source: 'site',
    })
    const items = await insertItems(ctx, id, paper.day, lines)
    const continuing = await heldNow(ctx, paper, items)
    const changes = items.map((item) =>
      changeOf(item, paper.day, { listed: listed.length, goesOn: continuing.has(item.id) }),
    )
    for (const [at, item] of items.entries()) await takeEffect(ctx, item, paper.day, changes[at]?.verdict)
    await correctNames(ctx, items)
    await tellPeople(ctx, { id, slug, ...paper }, items)
    await record(
      ctx,
      'order.registered',
      { kind: 'order', id },
      { lines: listed.length, effect: paper.effect },
    )
    return { id, slug, changes }
  })
}

function checked(input: OrderPaperInput): OrderPaperValue {
  const { success, data, error } = OrderPaper.safeParse(input)
  if (success) return data
  const [issue] = error.issues
  throw new Problem(issue?.message ?? 'invalid', {}, String(issue?.path[0] ?? ''))
}

async function lockIssuer(ctx: ActingCtx, { issuerId, day }: OrderPaperValue) {
  // The issuer's row is the lock under which numbers of its orders are compared.
  const [issuer] = await ctx.db
    .select({
      ...{ id: organisations.id, code: organisations.code, municipalityId: organisations.municipalityId },
      closed: sql<boolean>`not ${organisations.during} @> ${day}::date`,
    })
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

const goingOn: readonly string[] = ['extends', 'replaces']

/** Lines whose person has the status already and keeps it by the new term. */
async function heldNow(ctx: ActingCtx, { effect }: OrderPaperValue, items: readonly Item[]) {
  if (!goingOn.includes(effect)) return new Set<string>()
  const begun = items.filter(({ act }) => act === 'begin').map(({ id }) => id)
  if (begun.length === 0) return new Set<string>()
  const rows = await ctx.db
    .selectDistinct({ id: orderItems.id })
    .from(orderItems)
    .innerJoin(
      statuses,
      sql`${statuses.personId} = ${orderItems.personId} and ${statuses.tier} = ${orderItems.tier}
        and upper_inf(${statuses.known}) and ${statuses.during} && daterange(lower(${orderItems.during}), null)
        and (select v.direction_id from direction_versions v where v.id = ${statuses.directionVersionId})
          = (select v.direction_id from direction_versions v where v.id = ${orderItems.directionVersionId})`,
    )
    .where(inArray(orderItems.id, begun))
  return new Set(rows.map(({ id }) => id))
}

function changeOf(
  item: Item,
  day: string,
  { listed, goesOn }: { listed: number; goesOn: boolean },
): OrderChange {
  const { personId, directionVersionId, act, during, endsOn, printedName: name, position } = item
  const [from, to] = termOf(during)
  const verdicts: Record<Item['act'], Verdict> = {
    ...{ amend: 'amended', suspend: 'suspended', resume: 'resumed' },
    begin: goesOn ? 'continues' : 'begins',
    end: position > listed ? 'left-out' : 'ends',
  }
  const verdict = verdicts[act]
  const term =
    act === 'end' || act === 'resume'
      ? { firstDay: endsOn ?? day, lastDay: null }
      : { firstDay: from, lastDay: to }
  return { personId, directionVersionId, verdict, ...term, name }
}

/** First and last day of a range as PostgreSQL prints it. */
function termOf(during: string | null): [string | null, string | null] {
  const [, from = '', to = ''] = /^\[([\d-]+),([\d-]*)\)$/.exec(during ?? '') ?? []
  return [from || null, to ? lastDay(to) : null]
}

async function takeEffect(ctx: ActingCtx, item: Item, day: string, verdict?: Verdict) {
  if (verdict === 'begins') return beginStatus(ctx, item)
  if (verdict === 'continues') return continueStatus(ctx, item)
  if (item.act === 'suspend') return suspendStatus(ctx, item)
  if (item.act === 'resume') return resumeStatus(ctx, item, item.endsOn ?? day)
  if (item.act === 'end') return endStatus(ctx, item, item.endsOn ?? day)
  if (item.during) await amendTerm(ctx, item, day)
}

const notices = {
  ...{ begin: 'status.begun', end: 'status.ended', amend: 'status.amended' },
  ...{ suspend: 'status.suspended', resume: 'status.resumed' },
} as const

/** Those of the list who sign in here learn of it; the order itself is what they are led to. */
async function tellPeople(
  ctx: ActingCtx,
  order: { id: string; slug: string; number: string; day: string; title: string },
  items: readonly Item[],
) {
  const { id, slug, number, day, title } = order
  const told = { objectKind: 'order', objectId: id, address: `/orders/${slug}` }
  for (const act of ['begin', 'end', 'amend', 'suspend', 'resume'] as const) {
    const ids = items.filter((item) => item.act === act).map(({ personId }) => personId)
    if (ids.length === 0) continue
    const here = await ctx.db.select({ id: users.personId }).from(users).where(inArray(users.personId, ids))
    const kind = notices[act]
    const people = here.map((user) => user.id)
    await notifyAll(ctx, people, kind, { ...told, facts: { number, from: day, title } })
  }
}
