import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Finding, Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SideList } from '#app/ui/side-list.tsx'
import { serve } from '#app/web/serve.server.ts'
import { ordersPage } from './list.server.ts'
import { OrderRow } from './order-row.tsx'

export const loader = serve(ordersPage)

export { titled as meta } from '#app/ui/titled.ts'

export default function OrdersPage() {
  const { orders, next, effect, effects, direction, directionTitle, mayEnter, mayImport } =
    useLoaderData<typeof loader>()
  const words = useMessages().experts.orders
  const of = (kind: string | null) => {
    const query = new URLSearchParams()
    if (kind) query.set('kind', kind)
    if (direction) query.set('direction', direction)
    return query.size > 0 ? `/orders?${query}` : '/orders'
  }
  const links = [
    { href: of(null), label: words.all, current: effect === null },
    ...effects.map((kind) => ({ href: of(kind), label: words.effects[kind], current: kind === effect })),
  ]
  return (
    <Page>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          mayEnter && (
            <>
              <LinkButton href="/orders/new" look="main">
                {words.enter}
              </LinkButton>
              {mayImport && <LinkButton href="/desk/imports/new?kind=people">{words.bringList}</LinkButton>}
            </>
          )
        }
        meta={
          direction && (
            <>
              {words.ofDirection(directionTitle ?? direction)} <Anchor href="/orders">{words.all}</Anchor>
            </>
          )
        }
      />
      <Finding filters={<SideList title={words.effect} links={links} />} chosen={effect ? 1 : 0}>
        {orders.length === 0 && (
          <EmptyState title={words.empty} action={<LinkButton href="/orders">{words.all}</LinkButton>}>
            {words.emptyText}
          </EmptyState>
        )}
        {orders.map((order) => (
          <OrderRow key={order.slug} order={order} />
        ))}
        <Pagination next={next} />
      </Finding>
    </Page>
  )
}
