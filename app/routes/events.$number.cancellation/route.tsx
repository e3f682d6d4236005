import { useLoaderData } from '@remix-run/react'
import { cancelEvent } from '#app/domain/events/announcing.server.ts'
import { eventByNumber } from '#app/domain/events/facts.server.ts'
import { CancelForm } from '#app/domain/events/forms.ts'
import { eventRules } from '#app/domain/events/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { event, facts } = await eventByNumber(acting(ctx), numberOf(params.number))
  authorize(eventRules.cancel, ctx.actor, facts)
  return { title: t.events.work.cancel.title, number: event.number, name: event.title }
})

export const action = serveForm(CancelForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await cancelEvent(acting(ctx), number, value.reason)
  return done(`/events/${number}`, 'saved')
})

export default function StepOfEvent() {
  const { number, name, title } = useLoaderData<typeof loader>()
  const words = useMessages().events.work.cancel
  const { input, ...of } = useServerForm<{ reason: string }>()
  return (
    <StepPage
      back={{ href: `/events/${number}`, label: name }}
      title={title}
      lead={words.lead}
      of={of}
      submit={words.submit}
      look="danger"
    >
      <TextArea label={words.reason} rows={4} maxLength={1000} required {...input('reason')} />
    </StepPage>
  )
}
