import type { OrderRow as Row } from '#app/domain/experts/orders.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './orders.module.css'

/** An order in the list: what it does, its title and requisites, how many statuses it touched. */
export function OrderRow({ order }: { order: Row }) {
  const words = useMessages().experts.orders
  const format = useFormat()
  return (
    <article className={styles.row}>
      <h2 className={styles.title} lang="ru">
        <Anchor href={`/orders/${order.slug}`}>{order.title}</Anchor>
      </h2>
      <p className={styles.line}>
        <span lang="ru">{order.issuer}</span>, {words.name(order.number, format.day(order.day))}
      </p>
      <p className={styles.facts}>
        <Effect order={order} />
        {order.begun > 0 && <span>{words.beganCount(order.begun)}</span>}
        {order.ended > 0 && <span>{words.endedCount(order.ended)}</span>}
        <span lang="ru">{order.directions.map(({ title }) => title).join(', ')}</span>
      </p>
    </article>
  )
}

/** What the order does, and whether it is revoked, as words. */
export function Effect({ order }: { order: Pick<Row, 'effect' | 'revoked'> }) {
  const words = useMessages().experts.orders
  const begins = order.effect === 'approves' || order.effect === 'extends'
  return (
    <>
      <Tag tone={begins ? 'green' : 'amber'}>{words.effects[order.effect]}</Tag>
      {order.revoked && <Tag tone="red">{words.revoked}</Tag>}
    </>
  )
}
