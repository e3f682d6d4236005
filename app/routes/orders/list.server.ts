/** Loader of the orders: newest first, narrowed by what they do and by direction. */
import { mayEnterOrders } from '#app/domain/experts/entering.server.ts'
import { listOrders, type OrderCursor, type OrderRow } from '#app/domain/experts/orders.server.ts'
import { dayOr } from '#app/domain/experts/registry.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import type { Args } from '#app/web/serve.server.ts'

const PAGE = 20
const code = /^[a-z0-9-]{1,200}$/

export async function ordersPage({ ctx, url, t }: Args) {
  const query = url.searchParams
  const effects = Object.keys(t.experts.orders.effects) as OrderRow['effect'][]
  const effect = effects.find((one) => one === query.get('kind')) ?? null
  const direction = code.test(query.get('direction') ?? '') ? query.get('direction') : null
  const page = await listOrders(ctx, { effect, direction }, cursorOf(query.get('after')), PAGE)
  const same = new URLSearchParams([
    ...(effect ? [['kind', effect]] : []),
    ...(direction ? [['direction', direction]] : []),
  ])
  const directionTitle = page.orders
    .flatMap(({ directions }) => directions)
    .find((one) => one.code === direction)?.title
  if (page.next) same.set('after', `${page.next.day}_${page.next.slug}`)
  return {
    title: t.experts.orders.title,
    description: t.experts.orders.lead,
    ...{ effect, effects, direction, directionTitle: directionTitle ?? null },
    mayEnter: mayEnterOrders(ctx),
    mayImport: expertRules.importPeople(ctx.actor, {}) === null,
    orders: page.orders,
    next: page.next ? `/orders?${same}` : null,
  }
}

function cursorOf(value: string | null): OrderCursor | null {
  const [, day = '', slug = ''] = /^(\d{4}-\d{2}-\d{2})_([a-z0-9-]{1,200})$/.exec(value ?? '') ?? []
  return slug && dayOr(day, '') ? { day, slug } : null
}
