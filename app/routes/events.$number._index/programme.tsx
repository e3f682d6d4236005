import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import styles from './card.module.css'
import type { EventView } from './card-view.server.ts'

/** The programme by the clock; the day stands where it begins. */
export function Programme({ items }: { items: EventView['items'] }) {
  const words = useMessages().events.card
  const format = useFormat()
  if (items.length === 0) return <p className={styles.note}>{words.noProgramme}</p>
  return (
    <ol className={styles.programme}>
      {items.map(({ id, startsAt, endsAt, title, speakers, practice }, at) => {
        const day = format.dayMonth(startsAt)
        const before = items[at - 1]
        return (
          <li key={id}>
            <p className={styles.hours}>
              {(!before || format.dayMonth(before.startsAt) !== day) && <strong>{day} </strong>}
              {format.time(startsAt)}–{format.time(endsAt)}
            </p>
            <div className={styles.talk}>
              <p lang="ru">
                <strong>{title}</strong>
              </p>
              {speakers.length > 0 && (
                <p>
                  {speakers.map(({ number, name, listed }, place) => (
                    <span key={number ?? `${place} ${name}`}>
                      {place > 0 && ', '}
                      {name === null ? (
                        <span className={styles.note}>{words.hidden}</span>
                      ) : number !== null && listed ? (
                        <Anchor href={`/experts/${number}`}>{name}</Anchor>
                      ) : (
                        <span lang="ru">{name}</span>
                      )}
                    </span>
                  ))}
                </p>
              )}
              {practice && (
                <p className={styles.note}>
                  {words.practice}:{' '}
                  <Anchor href={`/practices/${practice.number}`} lang="ru">
                    {practice.title}
                  </Anchor>
                </p>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
