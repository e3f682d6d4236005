import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { type Fact, Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import type { loader } from './route.tsx'

/** Requisites of the order, what it cancels or is cancelled by, and the list of candidates it was made from. */
export function OrderFacts() {
  const { order, list } = useLoaderData<typeof loader>()
  const words = useMessages().experts.orders
  const format = useFormat()
  const link = ({ slug, number, day }: { slug: string; number: string; day: string }) => (
    <Anchor key={slug} href={`/orders/${slug}`}>
      {words.name(number, format.dayDigits(day))}
    </Anchor>
  )
  const facts: Fact[] = [
    { term: words.issuer, value: order.issuer, lang: 'ru' },
    { term: words.agreedWith, value: order.agreedWith, lang: 'ru' },
    { term: words.signatory, value: order.signatoryPost, lang: 'ru' },
    { term: words.basis, value: order.basis, lang: 'ru' },
    {
      term: words.list,
      value: list && <Anchor href={`/desk/lists/${list.id}`}>{words.ofList(list.number)}</Anchor>,
    },
    { term: words.registered, value: format.day(order.registeredAt) },
    { term: words.revokedBy, value: order.by && link(order.by) },
    { term: words.revokes, value: order.revokes.length > 0 ? order.revokes.map(link) : null },
  ]
  return <Facts facts={facts} />
}
