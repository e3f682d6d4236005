import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { announceEvent } from '#app/domain/events/announcing.server.ts'
import { eventByNumber } from '#app/domain/events/facts.server.ts'
import { eventRules } from '#app/domain/events/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'

import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { event, facts } = await eventByNumber(acting(ctx), numberOf(params.number))
  authorize(eventRules.announce, ctx.actor, facts)
  return { title: t.events.work.steps.announcement, number: event.number, name: event.title }
})

export const action = serveForm(z.object({}), async ({ ctx, params }) => {
  const number = numberOf(params.number)
  await announceEvent(acting(ctx), number)
  return done(`/events/${number}`, 'saved')
})

export default function StepOfEvent() {
  const { number, name, title } = useLoaderData<typeof loader>()
  const words = useMessages().events.work.announce
  const of = useServerForm()
  return (
    <StepPage
      back={{ href: `/events/${number}`, label: name }}
      title={title}
      lead={words.lead}
      of={of}
      submit={words.submit}
      look="main"
    >
      {null}
    </StepPage>
  )
}
