import { useLoaderData } from '@remix-run/react'
import { panelIdOf, panelState } from '#app/domain/panels/facts.server.ts'
import { ReasonForm } from '#app/domain/panels/forms.ts'
import { closeRound } from '#app/domain/panels/rounds/closing.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const mine = acting(ctx)
  const { panel, facts } = await panelState(mine, await panelIdOf(ctx, numberOf(params.number)))
  authorize(panelRules.closeRound, mine.actor, facts)
  return { title: t.panels.rounds.close.title, number: panel.number }
})

export const action = serveForm(ReasonForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await closeRound(acting(ctx), await panelIdOf(ctx, number), value.reason)
  return done(`/panels/${number}/round`, 'roundClosed')
})

export default function CloseRoundPage() {
  const { number } = useLoaderData<typeof loader>()
  const { close: words, title } = useMessages().panels.rounds
  const { input, ...of } = useServerForm<{ reason: string }>()
  return (
    <StepPage
      back={{ href: `/panels/${number}/round`, label: title }}
      title={words.title}
      lead={words.lead}
      of={of}
      submit={words.submit}
    >
      <TextArea label={words.reason} rows={4} maxLength={3000} required {...input('reason')} />
    </StepPage>
  )
}
