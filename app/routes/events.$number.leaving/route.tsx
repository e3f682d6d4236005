import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ownTicket } from '#app/domain/events/attending.server.ts'
import { cancelRegistration } from '#app/domain/events/registering.server.ts'
import { eventRules } from '#app/domain/events/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { event, facts } = await ownTicket(acting(ctx), numberOf(params.number))
  authorize(eventRules.leave, ctx.actor, facts)
  return { title: t.events.place.leave, number: event.number, name: event.title }
})

export const action = serveForm(z.object({}), async ({ ctx, params }) => {
  const number = numberOf(params.number)
  await cancelRegistration(acting(ctx), number)
  return done(`/events/${number}`, 'saved')
})

/** Gives the place up. */
export default function LeavingPage() {
  const { number, name } = useLoaderData<typeof loader>()
  const words = useMessages().events.place
  const of = useServerForm()
  return (
    <StepPage
      back={{ href: `/events/${number}`, label: name }}
      title={words.leave}
      lead={words.leaveLead}
      of={of}
      submit={words.leave}
      look="danger"
    >
      {null}
    </StepPage>
  )
}
