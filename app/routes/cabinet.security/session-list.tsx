import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './session-list.module.css'

type Session = {
  here: boolean
  mark: string
  program: string | null
  createdAt: Date
  expiresAt: Date
  seenAt: Date
}

/** Where the person is signed in; each place may be left alone, or all others, or all. */
export function SessionList({ sessions }: { sessions: readonly Session[] }) {
  const words = useMessages().accounts.security
  return (
    <section className={styles.sessions} aria-labelledby="sessions">
      <h2 id="sessions">{words.sessions}</h2>
      <ul>
        {sessions.map((session) => (
          <li key={session.mark}>
            <Row session={session} />
          </li>
        ))}
      </ul>
      <Form method="post" action="/cabinet/security/sessions">
        {sessions.length > 1 && (
          <p>
            <Button small name="which" value="others">
              {words.others}
            </Button>
          </p>
        )}
      </Form>
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

function Row({ session }: { session: Session }) {
  const words = useMessages().accounts.security
  const program = session.program ?? words.unknown
  return (
    <>
      <span>
        {program} {session.here && <Tag tone="green">{words.here}</Tag>}
      </span>
      <small>
        {words.since} <Time value={session.createdAt} as="date" />
        {!session.here && (
          <>
            , {words.seen} <Time value={session.seenAt} as="date" />
          </>
        )}
        , {words.until} <Time value={session.expiresAt} />
      </small>
      {!session.here && (
        <Form method="post" action="/cabinet/security/sessions">
          <Button small name="which" value={session.mark}>
            {words.end}
            <VisuallyHidden>: {program}</VisuallyHidden>
          </Button>
        </Form>
      )}
    </>
  )
}
