import { useLoaderData } from '@remix-run/react'
import { listOfOrder } from '#app/domain/assessment/lists.server.ts'
import { copiesOf, mayAttach } from '#app/domain/experts/copies.server.ts'
import { orderBySlug } from '#app/domain/experts/orders.server.ts'
import { lastDay } from '#app/domain/experts/registry.ts'
import { mayRevoke } from '#app/domain/experts/revoking.server.ts'
import { Effect } from '#app/routes/orders/order-row.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Split } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { serve } from '#app/web/serve.server.ts'
import { Copies } from './copies.tsx'
import { Items } from './items.tsx'
import { OrderFacts } from './order-facts.tsx'

const PAGE = 100

export const loader = serve(async ({ ctx, params, url, t }) => {
  const asked = url.searchParams.get('after') ?? ''
  const after = /^\d{1,7}$/.test(asked) ? Number(asked) : 0
  const slug = (params.slug ?? '').replaceAll('\0', '')
  const { order, items, next } = await orderBySlug(ctx, slug, after, PAGE)
  const { id: _, issuerId: __, municipalityId: ___, registeredAt, ...shown } = order
  return {
    mayRevoke: mayRevoke(ctx, order),
    mayCopy: mayAttach(ctx, order),
    copies: await copiesOf(ctx, order.id),
    list: await listOfOrder(ctx, slug),
    title: `${t.experts.orders.name(order.number, order.day)}. ${order.title}`,
    order: { ...shown, registeredAt: new Date(registeredAt) },
    items: items.map((item) => ({ ...item, last: item.to && lastDay(item.to) })),
    next: next === null ? null : `/orders/${order.slug}?after=${next}`,
  }
})

export { titled as meta } from '#app/ui/titled.ts'

export default function OrderPage() {
  const { order, items, next, mayRevoke, mayCopy, copies } = useLoaderData<typeof loader>()
  const words = useMessages().experts.orders
  const format = useFormat()
  return (
    <Page>
      <PageHead
        crumbs={[{ href: '/orders', label: words.title }]}
        eyebrow={words.name(order.number, format.day(order.day))}
        title={order.title}
        lang="ru"
        meta={<Effect order={order} />}
        actions={
          mayRevoke && <LinkButton href={`/orders/${order.slug}/revocation`}>{words.revoke}</LinkButton>
        }
      />
      <Split
        side={
          <>
            <OrderFacts />
            <Copies slug={order.slug} copies={copies} add={mayCopy} />
          </>
        }
      >
        <SectionHead title={words.list}>
          {[
            order.begun > 0 && words.beganCount(order.begun),
            order.ended > 0 && words.endedCount(order.ended),
          ]
            .filter(Boolean)
            .join(', ')}
        </SectionHead>
        <Items items={items} />
        <Pagination next={next} />
      </Split>
    </Page>
  )
}
