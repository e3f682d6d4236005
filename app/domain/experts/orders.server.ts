/**
 * Orders: the acts by which statuses begin and end, newest first.
 *
 * The printed list of an order is kept as it was signed; a page shows a name of it only while there is ground, or to
 * those who may read orders.
 */
import { sql } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { nameShown, registeredBy } from '#db/reach/experts.ts'
import { everywhere } from '#db/reach/viewer.ts'

export interface OrderRow {
  slug: string
  number: string
  day: string
  title: string
  effect: 'approves' | 'extends' | 'excludes' | 'amends' | 'replaces' | 'revokes' | 'suspends' | 'resumes'
  issuer: string
  revoked: boolean
  begun: number
  ended: number
  directions: { code: string; title: string }[]
}

export interface OrderItem {
  position: number
  /** null without ground for publication */
  name: string | null
  /** what a later order prints instead; null where nothing was amended, or without ground */
  amended: string | null
  number: number
  direction: string
  title: string
  tier: string
  act: 'begin' | 'end' | 'amend' | 'suspend' | 'resume'
  /** first day without the status, where it is not the day of the order */
  endsOn: string | null
  from: string | null
  to: string | null
}

export type OrderCursor = { day: string; slug: string }

/** The day up to which orders are looked at, and the day whose knowledge is told; null: without an end, and now. */
export interface OrdersAsOf {
  day: string | null
  known: string | null
}

const whenever: OrdersAsOf = { day: null, known: null }

const selectAt = (
  asOf: OrdersAsOf,
) => sql`select r.slug, r.number, to_char(r.day, 'YYYY-MM-DD') as day, r.title, r.effect, o.short_name as issuer,
    exists (select from orders x where x.id = r.revoked_by_id and ${registeredBy(asOf, 'x')}) as revoked,
    (select count(*)::int from order_items i where i.order_id = r.id and i.retracted_at is null and i.act = 'begin') as begun,
    (select count(*)::int from order_items i where i.order_id = r.id and i.retracted_at is null and i.act = 'end') as ended,
    (select coalesce(json_agg(distinct jsonb_build_object('code', d.code, 'title', v.short_title)), '[]')
      from order_items i join direction_versions v on v.id = i.direction_version_id join directions d on d.id = v.direction_id
      where i.order_id = r.id and i.retracted_at is null) as directions`

/** A page of orders, newest first; `direction` and `effect` narrow it, and `asOf` leaves out what came later. */
export async function listOrders(
  ctx: Ctx,
  {
    direction,
    effect,
    asOf = whenever,
  }: { direction?: string | null; effect?: string | null; asOf?: OrdersAsOf },
  after: OrderCursor | null,
  limit: number,
): Promise<{ orders: OrderRow[]; next: OrderCursor | null }> {
  const rows = await ctx.db.execute<OrderRow & Record<string, unknown>>(sql`${selectAt(asOf)}
    from orders r join organisations o on o.id = r.issuer_id
    where ${registeredBy(asOf, 'r')} and ${effect ? sql`r.effect = ${effect}` : sql`true`}
      and ${after ? sql`(r.day, r.slug) < (${after.day}::date, ${after.slug})` : sql`true`}
      and ${
        direction
          ? sql`exists (select from order_items i join direction_versions v on v.id = i.direction_version_id
              join directions d on d.id = v.direction_id where i.order_id = r.id and i.retracted_at is null and d.code = ${direction})`
          : sql`true`
      }
    order by r.day desc, r.slug desc limit ${limit + 1}`)
  const orders = rows.slice(0, limit)
  const last = orders.at(-1)
  return { orders, next: rows.length > limit && last ? { day: last.day, slug: last.slug } : null }
}

/** An order with a page of its list, `after` the last position shown; Problem('not-found'). */
export async function orderBySlug(ctx: Ctx, slug: string, after: number, limit: number) {
  const rows = await ctx.db.execute<
    OrderRow & OrderMore & Record<string, unknown>
  >(sql`${selectAt(whenever)}, r.id, r.issuer_id as "issuerId", o.municipality_id as "municipalityId", r.signatory_post as "signatoryPost", r.basis, a.short_name as "agreedWith", r.registered_at as "registeredAt",
      (select json_build_object('slug', x.slug, 'number', x.number, 'day', to_char(x.day, 'YYYY-MM-DD')) from orders x where x.id = r.revoked_by_id) as by,
      (select coalesce(json_agg(json_build_object('slug', x.slug, 'number', x.number, 'day', to_char(x.day, 'YYYY-MM-DD'))), '[]')
        from orders x where x.revoked_by_id = r.id) as revokes
    from orders r join organisations o on o.id = r.issuer_id left join organisations a on a.id = r.agreed_with_id
    where r.slug = ${slug}`)
  const order = found(rows[0])
  const items = await itemsOf(ctx, order.id, after, limit)
  const last = items.slice(0, limit).at(-1)
  return { order, items: items.slice(0, limit), next: items.length > limit && last ? last.position : null }
}

type OrderMore = {
  id: string
  issuerId: string
  municipalityId: string | null
  signatoryPost: string
  basis: string
  agreedWith: string | null
  registeredAt: Date
  by: OrderLink | null
  revokes: OrderLink[]
}
type OrderLink = { slug: string; number: string; day: string }

async function itemsOf(ctx: Ctx, orderId: string, after: number, limit: number): Promise<OrderItem[]> {
  const all = everywhere(viewerOf(ctx), 'order.read') ? sql`true` : sql`false`
  const rows = await ctx.db.execute<OrderItem & Record<string, unknown>>(sql`
    select i.position, case when ${all} or ${nameShown(sql`i.person_id`)} then i.printed_name end as name, p.number,
      case when ${all} or ${nameShown(sql`i.person_id`)} then (select x.printed_name from order_items x
        where x.amends_id = i.id and x.retracted_at is null and x.printed_name <> i.printed_name order by x.id desc limit 1) end as amended,
      to_char(i.ends_on, 'YYYY-MM-DD') as "endsOn",
      d.code as direction, v.short_title as title, i.tier, i.act,
      to_char(lower(i.during), 'YYYY-MM-DD') as from, to_char(upper(i.during), 'YYYY-MM-DD') as to
    from order_items i join people p on p.id = i.person_id
    join direction_versions v on v.id = i.direction_version_id join directions d on d.id = v.direction_id
    where i.order_id = ${orderId} and i.retracted_at is null and i.position > ${after} order by i.position, i.id limit ${limit + 1}`)
  return [...rows]
}
