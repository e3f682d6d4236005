/** Experts and orders of the open interface, read from the same open projection as the pages. */
import { z } from 'zod'
import type { Ctx } from '#app/domain/ctx.ts'
import { type Card, cardOf } from '#app/domain/experts/card.server.ts'
import { countsOf } from '#app/domain/experts/counts.server.ts'
import type { Entry } from '#app/domain/experts/entries.server.ts'
import { listOrders, type OrderRow, orderBySlug } from '#app/domain/experts/orders.server.ts'
import { entriesAfter, matchingOf } from '#app/domain/experts/registry.server.ts'
import {
  dayOr,
  lastDay,
  printCursor,
  type RegistryFilter,
  readCursor,
  wordsOf,
} from '#app/domain/experts/registry.ts'
import { numberOf } from '#app/domain/problem.ts'
import { cardAsked, countsAsked, expertsAsked, itemsAsked, Moved, ordersAsked } from './asking.ts'
import { Expert, ExpertCard, ExpertCounts, Order, OrderCard, OrderItem } from './expert-shapes.ts'
import { asOfAsked, asOfShape, cursorAsked, many, one } from './resource.ts'

type Link = (path: string) => string
const last = (end: string | null) => end && lastDay(end)

function filterAsked(ctx: Ctx, query: z.output<typeof countsAsked>): RegistryFilter {
  return {
    q: wordsOf(query.q ?? null),
    directions: [...new Set(query.direction)].sort(),
    tiers: [...new Set(query.tier)].sort(),
    municipalities: [...new Set(query.municipality)].sort(),
    organisations: [...new Set(query.organisation)].sort(),
    work: wordsOf(query.work ?? null),
    subjects: [...new Set(query.subject)].sort(),
    standing: query.status ?? null,
    years: query.years ?? null,
    expertises: query.expertises ?? null,
    ...asOfAsked(ctx, query),
  }
}

const listExperts = many(
  'listExperts',
  '/experts',
  [expertsAsked, Expert, { ...asOfShape, matching: z.enum(['exact', 'similar']) }],
  async ({ ctx, query, link }) => {
    const filter = filterAsked(ctx, query)
    const after = cursorAsked(query.after, readCursor) ?? null
    const sought = await matchingOf(ctx, filter)
    const { entries, next } = await entriesAfter(ctx, filter, sought, after, query.limit)
    const { day, known } = filter
    return {
      data: entries.map((entry) => expertOf(entry, link)),
      after: next && printCursor(next),
      ...{ asOf: { day, known }, matching: sought.matching },
    }
  },
)

const countExperts = one(
  'countExperts',
  '/experts/counts',
  [countsAsked, ExpertCounts.extend(asOfShape)],
  async ({ ctx, query }) => {
    const filter = filterAsked(ctx, query)
    const { day, known } = filter
    const { tiers, ...counts } = await countsOf(ctx, filter, await matchingOf(ctx, filter))
    const told = tiers.map(({ code, count }) => ({ tier: code as 'regional', count }))
    return { ...counts, tiers: told, asOf: { day, known } }
  },
)

const readExpert = one(
  'readExpert',
  '/experts/{number}',
  [cardAsked, ExpertCard.extend(asOfShape)],
  async ({ ctx, params, query, link }) => {
    const asOf = asOfAsked(ctx, query)
    const card = await cardOf(ctx, numberOf(params.number), asOf)
    if (card.movedTo !== null) throw new Moved(`/experts/${card.movedTo}`)
    return { ...cardShown(card), url: link(`/experts/${card.number}`), asOf }
  },
)

function expertOf({ number, name, work, statuses, finished }: Entry, link: Link): z.input<typeof Expert> {
  return {
    number,
    url: link(`/experts/${number}`),
    ...{ name, work },
    statuses: statuses.map((status) => ({
      ...{ direction: status.direction, title: status.title, tier: status.tier as 'regional' },
      ...{ firstDay: status.from, lastDay: last(status.to), order: status.order },
    })),
    // how many works somebody has would tell whose they are
    finishedExpertises: finished,
  }
}

function cardShown({ number, name, works, statuses, engagements, finished }: Card) {
  return {
    ...{ number, name, finishedExpertises: finished },
    works: works.map(({ from, to, ...work }) => ({ ...work, firstDay: from, lastDay: last(to) })),
    statuses: statuses.map(({ from, to, tier, ...status }) => ({
      ...{ ...status, tier: tier as 'regional' },
      ...{ firstDay: from, lastDay: last(to) },
    })),
    engagements: engagements.map(({ from, to, ...one }) => ({ ...one, firstDay: from, lastDay: last(to) })),
  }
}

const listOrdersOf = many(
  'listOrders',
  '/orders',
  [ordersAsked, Order],
  async ({ ctx, query: { direction, effect, after, limit, ...asked }, link }) => {
    const from = cursorAsked(after, readOrderCursor) ?? null
    // orders of days to come are told, too, unless a day is named
    const asOf = { ...asOfAsked(ctx, asked), day: asked.day ?? null }
    const of = { direction: direction ?? null, effect: effect ?? null, asOf }
    const page = await listOrders(ctx, of, from, limit)
    return {
      data: page.orders.map((row) => orderOf(row, link)),
      after: page.next && `${page.next.day}_${page.next.slug}`,
    }
  },
)

function readOrderCursor(value: string) {
  const [day = '', ...rest] = value.split('_')
  const slug = rest.join('_')
  return dayOr(day, '') && /^[\w-]{1,200}$/.test(slug) ? { day, slug } : null
}

function orderOf(row: OrderRow, link: Link): z.input<typeof Order> {
  return { ...row, url: link(`/orders/${row.slug}`) }
}

const readOrder = one('readOrder', '/orders/{slug}', [itemsAsked.pick({}), OrderCard], async (asked) => {
  const { order } = await orderBySlug(asked.ctx, (asked.params.slug ?? '').replaceAll('\0', ''), 0, 0)
  return {
    ...order,
    ...orderOf(order, asked.link),
    registeredAt: iso(order.registeredAt),
    revokedBy: order.by,
  }
})

const listItems = many(
  'listOrderItems',
  '/orders/{slug}/items',
  [itemsAsked, OrderItem],
  async ({ ctx, params, query }) => {
    const from = cursorAsked(query.after, (value) => (/^\d{1,6}$/.test(value) ? Number(value) : null)) ?? 0
    const slug = (params.slug ?? '').replaceAll('\0', '')
    const { items, next } = await orderBySlug(ctx, slug, from, query.limit)
    return {
      data: items.map(({ from: first, to, tier, ...item }) => ({
        ...{ ...item, tier: tier as 'regional' },
        ...{ firstDay: first, lastDay: last(to) },
      })),
      after: next === null ? null : String(next),
    }
  },
)

function iso(moment: Date | string): string {
  return new Date(moment).toISOString()
}

export const expertResources = [listExperts, countExperts, readExpert, listOrdersOf, readOrder, listItems]
