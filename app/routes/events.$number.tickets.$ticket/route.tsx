import { useLoaderData } from '@remix-run/react'
import { ticketHolder } from '#app/domain/events/attending.server.ts'
import { eventRules } from '#app/domain/events/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { Mark } from '#app/routes/events.$number.people/mark.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, serve } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const number = numberOf(params.number)
  const { event, facts, holder } = await ticketHolder(acting(ctx), number, params.ticket ?? '')
  return {
    ...{ title: t.events.work.ticket.title, number, name: event.title },
    holder: { id: holder.id, name: holder.name, state: holder.state, present: holder.attendedAt !== null },
    marks: eventRules.mark(ctx.actor, facts) === null,
    early: event.state === 'announced' && !facts.dayCame,
  }
})

/** What the organiser's phone shows after it read a ticket: whose it is, and one button. */
export default function TicketCheckPage() {
  const { number, name, holder, marks, early } = useLoaderData<typeof loader>()
  const { ticket: words, people } = useMessages().events.work
  const seated = holder.state === 'confirmed'
  return (
    <Page width="form">
      <PageHead
        crumbs={[{ href: `/events/${number}/people`, label: people.title }]}
        eyebrow={name}
        title={holder.name}
      />
      <Stack gap={3}>
        <Notice
          kind={holder.present ? 'success' : seated ? 'info' : 'warn'}
          title={holder.present ? words.marked : seated ? words.confirmed : words.waiting}
        />
        {early && <p>{people.notYet}</p>}
        {marks && seated && (
          <Mark number={number} registration={holder.id} name={holder.name} present={holder.present} main />
        )}
      </Stack>
    </Page>
  )
}
