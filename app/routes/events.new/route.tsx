import { useLoaderData } from '@remix-run/react'
import { createEvent, organisingFor } from '#app/domain/events/editing.server.ts'
import { EventForm } from '#app/domain/events/forms.ts'
import { Problem } from '#app/domain/problem.ts'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { eventChoices, usualEvent } from './choices.server.ts'
import { EventFields, type EventValues } from './event-fields.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const mine = acting(args.ctx)
  const holders = await organisingFor(mine)
  if (holders.length === 0) throw new Problem('forbidden')
  return {
    title: args.t.events.work.form.newTitle,
    ...(await eventChoices(args)),
    holders: holders.map(({ id, name }) => ({ value: id, label: name })),
    defaults: usualEvent(args, holders[0]?.id ?? ''),
    writer: mine.actor.number,
  }
})

export const action = serveForm(EventForm, async ({ ctx, value }) => {
  const number = await createEvent(acting(ctx), value)
  return done(`/events/${number}`, 'saved')
})

export default function NewEventPage() {
  const { defaults, writer, title: _, ...choices } = useLoaderData<typeof loader>()
  const { events } = useMessages()
  const words = events.work.form
  const { input, ...of } = useServerForm<EventValues>(defaults)
  return (
    <Page width="form">
      <PageHead
        title={words.newTitle}
        lead={words.newLead}
        crumbs={[{ href: '/events', label: events.title }]}
      />
      <FieldForm of={of} submit={words.submit} gap={4} writer={writer}>
        <EventFields input={input} {...choices} />
      </FieldForm>
    </Page>
  )
}
