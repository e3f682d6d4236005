import { useLoaderData } from '@remix-run/react'
import { revokeCertificate } from '#app/domain/events/closing.server.ts'
import { eventByNumber } from '#app/domain/events/facts.server.ts'
import { CancelForm } from '#app/domain/events/forms.ts'
import { eventRules } from '#app/domain/events/rules.ts'
import { idOf, numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { event, facts } = await eventByNumber(acting(ctx), numberOf(params.number))
  authorize(eventRules.revoke, ctx.actor, facts)
  idOf(params.id)
  return { title: t.events.work.revocation.title, number: event.number }
})

export const action = serveForm(CancelForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  const certificate = idOf(params.id)
  await revokeCertificate(acting(ctx), number, { certificate, reason: value.reason })
  return done(`/events/${number}/people`, 'saved')
})

export default function RevocationPage() {
  const { number } = useLoaderData<typeof loader>()
  const { revocation: words, people } = useMessages().events.work
  const { input, ...of } = useServerForm<{ reason: string }>()
  return (
    <StepPage
      back={{ href: `/events/${number}/people`, label: people.title }}
      title={words.title}
      lead={words.lead}
      of={of}
      submit={words.submit}
      look="danger"
    >
      <TextArea label={words.reason} rows={3} maxLength={500} required {...input('reason')} />
    </StepPage>
  )
}
