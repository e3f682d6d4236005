import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import styles from './card.module.css'
import type { CardView } from './card-view.server.ts'

/** At which events the practice was presented. */
export function Presented({ events }: { events: CardView['presented'] }) {
  const words = useMessages().events
  const format = useFormat()
  if (events.length === 0) return null
  return (
    <section>
      <h2>{words.presented}</h2>
      <ul>
        {events.map(({ number, title, day }) => (
          <li key={number}>
            <Anchor href={`/events/${number}`} lang="ru">
              {title}
            </Anchor>
            <span className={styles.note}>{format.day(day)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
