import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './cabinet-main.module.css'

type NewsItem = { id: string; createdAt: Date; unread: boolean; text: string }
type Grant = { id: string; role: string; scope: string | null; until: string | null }

/** The newest notifications; the inbox has the rest. */
export function News({ news }: { news: readonly NewsItem[] }) {
  const { accounts, notifications } = useMessages()
  return (
    <section aria-labelledby="news" className={styles.side}>
      <h2 id="news">{accounts.cabinet.news}</h2>
      {news.length === 0 ? (
        <p className={styles.quiet}>{notifications.empty}</p>
      ) : (
        <ul>
          {news.map(({ id, createdAt, unread, text }) => (
            <li key={id}>
              <span className={unread ? styles.unread : undefined}>{text}</span>
              <small>
                <Time value={createdAt} as="date" />
              </small>
            </li>
          ))}
        </ul>
      )}
      {news.length > 0 && <Anchor href="/cabinet/inbox">{accounts.cabinet.allNews}</Anchor>}
    </section>
  )
}

/** What the person may do here, by role, place and term. */
export function Roles({ grants }: { grants: readonly Grant[] }) {
  const { cabinet } = useMessages().accounts
  const format = useFormat()
  return (
    <section aria-labelledby="roles" className={styles.side}>
      <h2 id="roles">{cabinet.roles}</h2>
      {grants.length === 0 ? (
        <p className={styles.quiet}>{cabinet.noRoles}</p>
      ) : (
        <ul>
          {grants.map(({ id, role, scope, until }) => (
            <li key={id}>
              <span>{scope ? `${role}: ${scope}` : role}</span>
              <small>{until ? cabinet.untilDay(format.day(until)) : cabinet.forever}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
