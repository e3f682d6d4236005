import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { EventRowView } from './catalogue.server.ts'
import styles from './events.module.css'

/** An event in a list: its day, its name, where it is, whether there are seats. */
export function EventRow({ row, coming }: { row: EventRowView; coming: boolean }) {
  const { events: words } = useMessages()
  const format = useFormat()
  const { number, title, series, edition, startsAt, place, online, organisation, direction, state, free } =
    row
  return (
    <article className={styles.entry}>
      <p className={styles.when}>
        <strong>{format.dayDigits(startsAt)}</strong>
        {format.time(startsAt)}
      </p>
      <div className={styles.what}>
        {(series || edition) && (
          <p className={styles.over}>{[series, edition].filter(Boolean).join(' · ')}</p>
        )}
        <h2 className={styles.name} lang="ru">
          <Anchor href={`/events/${number}`}>{title}</Anchor>
        </h2>
        <p className={styles.where}>
          <span lang="ru">{[place, organisation].filter(Boolean).join(' · ')}</span>
          {online && ` · ${words.online}`}
        </p>
        <p className={styles.tags}>
          {state === 'cancelled' && <Tag tone="red">{words.states.cancelled}</Tag>}
          {state === 'announced' && coming && free !== null && (
            <Tag tone={free > 0 ? 'green' : 'amber'}>{words.free(free)}</Tag>
          )}
          {direction && <Tag>{direction}</Tag>}
        </p>
      </div>
    </article>
  )
}
