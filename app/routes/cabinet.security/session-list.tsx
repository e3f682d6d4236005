import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './session-list.module.css'

type Session = { here: boolean; program: string | null; createdAt: Date; expiresAt: Date }

/** Where the person is signed in, and the way out of all of it at once. */
export function SessionList({ sessions }: { sessions: readonly Session[] }) {
  const words = useMessages().accounts.security
  return (
    <section className={styles.sessions} aria-labelledby="sessions">
      <h2 id="sessions">{words.sessions}</h2>
      <ul>
        {sessions.map((session) => (
          <li key={new Date(session.createdAt).getTime()}>
            <span>
              {session.program ?? words.unknown} {session.here && <Tag tone="green">{words.here}</Tag>}
            </span>
            <small>
              {words.since} <Time value={session.createdAt} as="date" />, {words.until}{' '}
              <Time value={session.expiresAt} />
            </small>
          </li>
        ))}
      </ul>
      <Form method="post" action="/signout">
        <Button small look="danger" name="everywhere" value="on">
          {words.everywhere}
        </Button>
        <p>
          <small>{words.everywhereHint}</small>
        </p>
      </Form>
    </section>
  )
}
