import { Form } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { FileLink } from '#app/ui/file-link.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import styles from './card.module.css'
import type { EventView } from './card-view.server.ts'
import { OwnPlace } from './own-place.tsx'

/** Beside the programme: the place in it, the facts, files, one's own certificates. */
export function Side({ event }: { event: EventView }) {
  const { events } = useMessages()
  const words = events.card
  const format = useFormat()
  const { number, startsAt, endsAt, capacity, taken, organisation, direction, certificates } = event
  return (
    <aside className={styles.side} aria-label={words.facts}>
      <OwnPlace event={event} />
      {certificates.length > 0 && (
        <section>
          <h2>{words.certificates}</h2>
          <ul>
            {certificates.map((one) => (
              <li key={one.id}>
                <Anchor href={`/events/${number}/certificates/${one.id}.pdf`} download="">
                  {words.certificate(one.number, events.paper.roles[one.role])}
                </Anchor>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Facts
        facts={[
          {
            term: words.when,
            value:
              format.day(startsAt) === format.day(endsAt)
                ? `${format.date(startsAt)} – ${format.time(endsAt)}`
                : `${format.date(startsAt)} – ${format.date(endsAt)}`,
          },
          { term: words.place, value: event.place, lang: 'ru' },
          {
            term: words.link,
            value: event.link && (
              <a href={event.link} rel="noopener nofollow">
                {new URL(event.link).host}
              </a>
            ),
          },
          { term: words.seats, value: capacity !== null && words.seatsOf(taken, capacity) },
          {
            term: words.organiser,
            value: <Anchor href={`/organisations/${organisation.code}`}>{organisation.name}</Anchor>,
            lang: 'ru',
          },
          {
            term: words.direction,
            value: direction && <Anchor href={`/directions/${direction.code}`}>{direction.title}</Anchor>,
          },
        ]}
      />
      {event.state !== 'draft' && (
        <div data-print="off">
          <LinkButton href={`/events/${number}.ics`} download="" small>
            {words.toCalendar}
          </LinkButton>
        </div>
      )}
      <Files event={event} />
    </aside>
  )
}

function Files({ event: { number, files, removes } }: { event: EventView }) {
  const { card: words, work } = useMessages().events
  return (['material', 'minutes'] as const).map((kind) => {
    const some = files.filter((file) => file.kind === kind)
    return (
      some.length > 0 && (
        <section key={kind}>
          <h2>{kind === 'minutes' ? words.minutes : words.materials}</h2>
          <ul>
            {some.map(({ id, name, size, type }) => (
              <li key={id}>
                <FileLink href={`/events/${number}/files/${id}`} kind={type} bytes={size}>
                  {name}
                </FileLink>
                {removes && (
                  <Form method="post" action={`/events/${number}/removal`}>
                    <input type="hidden" name="fileId" value={id} />
                    <Button look="quiet" small aria-label={`${work.files.remove}: ${name}`}>
                      {work.files.remove}
                    </Button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        </section>
      )
    )
  })
}
