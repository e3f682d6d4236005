import { Form } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import styles from './card.module.css'
import type { EventView } from './card-view.server.ts'

/** The visitor's place in the event: taken by one button, shown, or given up. */
export function OwnPlace({ event }: { event: EventView }) {
  const { events } = useMessages()
  const words = events.place
  const format = useFormat()
  const { number, seats, state, registerUntil } = event
  const { own, free, open, leaves, signedIn } = seats
  if (state !== 'announced' && !own?.attended) return null
  if (!own && !open) return state === 'announced' ? <p className={styles.note}>{words.over}</p> : null
  return (
    <section className={styles.place} aria-labelledby="place">
      <h2 id="place">
        {own && state === 'announced'
          ? words[own.state === 'waiting' ? 'waiting' : 'confirmed']
          : words.title}
      </h2>
      {own?.state === 'waiting' && <p>{words.waitingText(own.before)}</p>}
      {own?.attended && <p>{words.attended}</p>}
      {!own && free !== null && <p>{events.free(free)}</p>}
      {!own && (
        <p className={styles.note}>
          {events.card.until} {format.date(registerUntil)}
        </p>
      )}
      {own && state === 'announced' && (
        <Row>
          {own.state === 'confirmed' && (
            <LinkButton href={`/events/${number}/ticket`} look="main">
              {words.ticket}
            </LinkButton>
          )}
          {leaves && (
            <LinkButton href={`/events/${number}/leaving`} look="quiet">
              {words.leave}
            </LinkButton>
          )}
        </Row>
      )}
      {!own && signedIn && (
        <Form method="post" action={`/events/${number}/registration`}>
          <Button look="main">{free === 0 ? words.wait : words.register}</Button>
        </Form>
      )}
      {!own && !signedIn && (
        <div>
          <LinkButton href={`/signin?next=${encodeURIComponent(`/events/${number}`)}`} look="main">
            {words.signIn}
          </LinkButton>
        </div>
      )}
    </section>
  )
}
