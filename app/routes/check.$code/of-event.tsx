import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import type { CheckView } from './route.tsx'

/** What a certificate of an event says: whose, of what, in which role. */
export function OfEvent({ paper }: { paper: NonNullable<CheckView['ofEvent']> }) {
  const { check, paper: words } = useMessages().events
  const format = useFormat()
  const { name, person, event, role, organisation, firstDay, lastDay } = paper
  return (
    <>
      <dt>{check.who}</dt>
      <dd>{name ?? check.noName(person)}</dd>
      <dt>{words.rows.event}</dt>
      <dd lang="ru">
        <Anchor href={`/events/${event.number}`}>{event.title}</Anchor>
      </dd>
      <dt>{words.rows.days}</dt>
      <dd>{words.days(format.day(firstDay), format.day(lastDay))}</dd>
      <dt>{words.rows.organisation}</dt>
      <dd lang="ru">{organisation}</dd>
      <dt>{words.rows.role}</dt>
      <dd>{words.roles[role]}</dd>
    </>
  )
}
