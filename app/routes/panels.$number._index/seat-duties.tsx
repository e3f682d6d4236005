import { Form, useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { panelPage } from './page.server.ts'
import styles from './panel.module.css'

type Seat = Awaited<ReturnType<typeof panelPage>>['seats'][number]

/** How often somebody was asked and declined, when last, and the load of today. */
export function Ledger({ asked }: { asked: Seat['asked'] }) {
  const { work } = useMessages().panels.invites
  const format = useFormat()
  if (!asked) return null
  return (
    <p className={styles.ledger}>
      {work.load(asked.asked, asked.declined, asked.current)}
      {asked.lastDay && `; ${work.lastAsked(format.day(asked.lastDay))}`}
    </p>
  )
}

/** What the secretary does about one seat: reminds, brings papers, asks the reserve instead. */
export function SeatDuties({ seat, number }: { seat: Seat; number: number }) {
  const { may } = useLoaderData<typeof panelPage>()
  const { work, obligations, offer } = useMessages().panels.invites
  const { invitationId, answer } = seat
  const path = `/panels/${number}/invitations/${invitationId}`
  return (
    <>
      {invitationId && answer === 'waiting' && (
        <Act path={`${path}/reminder`} label={work.remind} whom={seat.name} />
      )}
      {invitationId && <a href={`${path}/letter.docx`}>{offer.letter}</a>}
      {invitationId && seat.undeclared && <Anchor href={`${path}/paper`}>{obligations.link}</Anchor>}
      {seat.lost && may.replace && (
        <Act path={`/panels/${number}/seats/${seat.id}/replacement`} label={work.replace} whom={seat.name} />
      )}
    </>
  )
}

/** Who answered «не сейчас», while a place is free. */
export function Postponed() {
  const { postponed, panel } = useLoaderData<typeof panelPage>()
  const { work } = useMessages().panels.invites
  const format = useFormat()
  if (postponed.length === 0) return null
  return (
    <section aria-labelledby="postponed">
      <h3 id="postponed">{work.postponed}</h3>
      {postponed.map(({ id, name, number, askAfter, ready }) => (
        <Row key={id}>
          <PersonName name={name} href={`/experts/${number}`} />
          <Tag>{work.later(format.day(askAfter))}</Tag>
          {ready && (
            <Act path={`/panels/${panel.number}/invitations/${id}/renewal`} label={work.renew} whom={name} />
          )}
        </Row>
      ))}
    </section>
  )
}

function Act({ path, label, whom }: { path: string; label: string; whom: string | null }) {
  return (
    <Form method="post" action={path}>
      <Button small>
        {label}
        <VisuallyHidden>: {whom}</VisuallyHidden>
      </Button>
    </Form>
  )
}
