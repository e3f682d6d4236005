import { useLoaderData } from '@remix-run/react'
import { editEvent, organisingFor } from '#app/domain/events/editing.server.ts'
import { eventByNumber } from '#app/domain/events/facts.server.ts'
import { EventForm } from '#app/domain/events/forms.ts'
import { eventRules } from '#app/domain/events/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { eventChoices, valuesOf } from '#app/routes/events.new/choices.server.ts'
import { EventFields, type EventValues } from '#app/routes/events.new/event-fields.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const mine = acting(args.ctx)
  const { event, organisation, facts } = await eventByNumber(mine, numberOf(args.params.number))
  authorize(eventRules.edit, mine.actor, facts)
  // among many, the present one may not be listed
  const others = (await organisingFor(mine)).filter(({ id }) => id !== organisation.id)
  return {
    title: args.t.events.work.form.editTitle,
    ...{ number: event.number, name: event.title, writer: mine.actor.number },
    ...(await eventChoices(args)),
    holders: [organisation, ...others].map(({ id, name }) => ({ value: id, label: name })),
    defaults: valuesOf(event, mine.zone),
  }
})

export const action = serveForm(EventForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await editEvent(acting(ctx), number, value)
  return done(`/events/${number}`, 'saved')
})

export default function EditEventPage() {
  const { number, name, defaults, writer, title: _, ...choices } = useLoaderData<typeof loader>()
  const words = useMessages().events.work.form
  const { input, ...of } = useServerForm<EventValues>(defaults)
  return (
    <StepPage
      back={{ href: `/events/${number}`, label: name }}
      title={words.editTitle}
      lead={words.editLead}
      of={of}
      submit={words.submit}
      writer={writer}
    >
      <EventFields input={input} {...choices} />
    </StepPage>
  )
}
