import { useLoaderData } from '@remix-run/react'
import { qrOf } from '#app/domain/documents/qr.server.ts'
import { ownTicket } from '#app/domain/events/attending.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Qr } from '#app/ui/qr.tsx'
import { acting, serve } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, services }) => {
  const { event, own, before } = await ownTicket(acting(ctx), numberOf(params.number))
  const address = `${services.config.publicUrl}/events/${event.number}/tickets/${own.ticket}`
  const seated = own.state === 'confirmed'
  return {
    ...{ title: t.events.place.ticketTitle, number: event.number, name: event.title, place: event.place },
    ...{ startsAt: event.startsAt, attended: own.attendedAt !== null, before },
    // who waits has nothing to show at the door
    code: seated && event.state === 'announced' ? { qr: qrOf(address), word: own.ticket } : null,
    waiting: !seated,
  }
})

/** The code that one shows at the door. */
export default function TicketPage() {
  const { number, name, place, startsAt, attended, code, waiting, before } = useLoaderData<typeof loader>()
  const { events } = useMessages()
  const words = events.place
  const format = useFormat()
  return (
    <Page width="form">
      <PageHead
        crumbs={[{ href: `/events/${number}`, label: name }]}
        title={words.ticketTitle}
        lead={code ? words.ticketLead : ''}
      />
      <Stack gap={3}>
        {attended && <Notice kind="success" title={words.attended} />}
        {waiting && (
          <Notice kind="info" title={words.waiting}>
            <p>{words.waitingText(before)}</p>
          </Notice>
        )}
        {code && <Qr {...code.qr} label={words.ticketAlt} />}
        <Facts
          facts={[
            { term: events.card.when, value: format.date(startsAt) },
            { term: events.card.place, value: place, lang: 'ru' },
            { term: words.ticketCode, value: code && <code>{code.word}</code> },
          ]}
        />
      </Stack>
    </Page>
  )
}
