import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './card.module.css'
import type { ExpertView } from './view.server.ts'

/** Statuses with their terms, each naming the order it rests on and, when it ended early, the order that ended it. */
export function StatusList({ statuses }: { statuses: ExpertView['current'] }) {
  const { experts } = useMessages()
  const format = useFormat()
  return (
    <ul className={styles.statuses}>
      {statuses.map((status) => (
        <li key={`${status.direction} ${status.tier} ${status.from} ${status.order.slug}`}>
          <h3>
            <Anchor href={`/directions/${status.direction}`}>{status.title}</Anchor>
          </h3>
          <p className={styles.term}>
            <Tag tone={status.state === 'current' ? 'green' : 'neutral'}>{experts.states[status.state]}</Tag>
            <span>{status.tier}</span>
            <span>
              {status.last
                ? experts.between(format.day(status.from), format.day(status.last))
                : experts.since(format.day(status.from))}
            </span>
          </p>
          <OrderLine label={experts.card.by} order={status.order} />
          {status.endedBy && (
            <OrderLine
              label={status.suspended ? experts.card.suspended : experts.card.ended}
              order={status.endedBy}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

function OrderLine({ label, order }: { label: string; order: ExpertView['current'][number]['order'] }) {
  const { experts } = useMessages()
  const format = useFormat()
  return (
    <p className={styles.order}>
      {label}:{' '}
      <Anchor href={`/orders/${order.slug}`}>
        {experts.orders.name(order.number, format.dayDigits(order.day))}
      </Anchor>
      {`, ${order.issuer}`}
    </p>
  )
}
