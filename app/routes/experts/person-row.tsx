import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { ExpertRow } from './list.server.ts'
import styles from './registry.module.css'

/** A person in the registry: name, work, the order and term of the status, directions, number. */
export function PersonRow({ row }: { row: ExpertRow }) {
  const { experts } = useMessages()
  const format = useFormat()
  const { name, work, order, tags, number, finished, standing } = row
  const over = standing === 'former' || standing === 'suspended'
  return (
    <article className={styles.person}>
      <h2 className={styles.name}>
        <Anchor href={`/experts/${number}`}>
          {name ?? <span className={styles.concealed}>{experts.hidden}</span>}
        </Anchor>
      </h2>
      <p className={styles.number}>
        {experts.number(number)}
        {finished > 0 && <span className={styles.finished}>{experts.expertises(finished)}</span>}
      </p>
      {work && <p className={styles.line}>{work}</p>}
      {order && (
        <p className={styles.line}>
          {experts.order(order.issuer, format.dayDigits(order.day), order.number)}
          {', '}
          <span className={styles.term}>
            {order.last
              ? (over ? experts.ended : experts.until)(format.dayDigits(order.last))
              : experts.openEnd}
          </span>
        </p>
      )}
      <p className={styles.tags}>
        {tags.map(({ key, title, chosen }) => (
          <Tag key={key} tone={chosen ? 'green' : 'neutral'}>
            {title}
          </Tag>
        ))}
      </p>
    </article>
  )
}
