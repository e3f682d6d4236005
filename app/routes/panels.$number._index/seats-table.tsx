import { Form, useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Tag, Tags } from '#app/ui/tag.tsx'
import type { panelPage } from './page.server.ts'
import { Reasons } from './reasons.tsx'
import { Ledger, SeatDuties } from './seat-duties.tsx'

type Seat = Awaited<ReturnType<typeof panelPage>>['seats'][number]

/** Who sits on the panel and who waits in reserve, why, and with what answer. */
export function SeatsTable() {
  const { seats, directions, may, panel, chaired } = useLoaderData<typeof panelPage>()
  const { work } = useMessages().panels
  if (seats.length === 0) return <p>{work.noSeats}</p>
  const columns: Column<Seat>[] = [
    { label: work.columns.rank, cell: ({ rank }) => rank, number: true, place: true },
    {
      label: work.columns.expert,
      head: true,
      cell: ({ name, number, organisation, asked }) => (
        <>
          <PersonName name={name} href={`/experts/${number}`} note={organisation ?? undefined} />
          <Ledger asked={asked} />
        </>
      ),
    },
    { label: work.columns.why, cell: ({ reasons }) => <Reasons reasons={reasons} directions={directions} /> },
    { label: work.columns.answer, cell: (seat) => <Answer seat={seat} number={panel.number} /> },
  ]
  if (may.chair && !chaired && seats.some(({ answer }) => answer === 'accepted')) {
    columns.push({ label: work.columns.chair, cell: (seat) => <Chair seat={seat} number={panel.number} /> })
  }
  return <Table caption={work.seats} hideCaption columns={columns} rows={seats} rowKey={({ id }) => id} />
}

function Answer({ seat, number }: { seat: Seat; number: number }) {
  const { panels, ownData } = useMessages()
  const { closed } = useLoaderData<typeof panelPage>()
  const { work } = panels
  const format = useFormat()
  const { answer, standing, until, sheet, isChair } = seat
  const words = {
    none: standing === 'reserve' ? work.answers.reserve : work.answers.none,
    waiting: work.answers.waiting(until ? format.dayMonth(until) : ''),
    accepted: work.answers.accepted,
    declined: work.answers.declined,
    later: work.answers.later,
    expired: work.answers.expired,
    released: work.answers.released,
  }[answer]
  return (
    <Tags>
      <Tag tone={answer === 'accepted' ? 'green' : answer === 'waiting' ? 'blue' : 'neutral'}>{words}</Tag>
      {isChair && <Tag tone="slate">{work.chair}</Tag>}
      {seat.isDeputy && (
        <Tag tone="slate">{seat.acting ? panels.invites.work.acting : panels.invites.work.deputy}</Tag>
      )}
      {seat.lost && <Tag tone="red">{panels.invites.work.lost}</Tag>}
      {seat.undeclared && <Tag tone="amber">{panels.invites.work.undeclared}</Tag>}
      {sheet && (
        <Tag tone={sheet.sent ? 'green' : 'neutral'}>
          {sheet.sent ? work.sheetSent : closed ? panels.rounds.sheetMissing : work.sheetOpen}
        </Tag>
      )}
      {seat.recording && (
        <Anchor href={`/panels/${number}/invitations/${seat.recording}`}>{ownData.recording.link}</Anchor>
      )}
      <SeatDuties seat={seat} number={number} />
      {sheet?.readable && <Anchor href={`/sheets/${sheet.id}`}>{work.readSheet}</Anchor>}
    </Tags>
  )
}

function Chair({ seat, number }: { seat: Seat; number: number }) {
  const { work } = useMessages().panels
  if (seat.isChair || seat.answer !== 'accepted' || seat.standing !== 'member') return null
  return (
    <Form method="post" action={`/panels/${number}/chair`}>
      <input type="hidden" name="seatId" value={seat.id} />
      <Button small>
        {work.makeChair}
        <VisuallyHidden>: {seat.name}</VisuallyHidden>
      </Button>
    </Form>
  )
}
