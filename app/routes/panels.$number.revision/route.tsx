import { useLoaderData } from '@remix-run/react'
import { ReasonForm } from '#app/domain/panels/conclusions/forms.ts'
import { knownConclusion } from '#app/domain/panels/conclusions/reading.server.ts'
import { reviseConclusion } from '#app/domain/panels/conclusions/revoking.server.ts'
import { conclusionRules } from '#app/domain/panels/conclusions/rules.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { found, numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const mine = acting(ctx)
  const { facts, body } = await knownConclusion(mine, numberOf(params.number))
  authorize(conclusionRules.revise, mine.actor, facts)
  const { number } = found(body)
  return { title: t.conclusions.revising.title(number), number, writer: mine.actor.number }
})

export const action = serveForm(ReasonForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await reviseConclusion(acting(ctx), await panelIdOf(ctx, number), value.reason)
  return done(`/panels/${number}/conclusion`, 'saved')
})

/** Begins a conclusion in the place of the issued one. */
export default function ReasonPage() {
  const { title, number, writer } = useLoaderData<typeof loader>()
  const { conclusions, panels } = useMessages()
  const { input, ...of } = useServerForm<{ reason: string }>()
  const words = conclusions.revising
  return (
    <StepPage
      back={{ href: `/conclusions/${number}`, label: panels.conclusionNumber(number) }}
      title={title}
      lead={words.lead}
      of={of}
      submit={words.submit}
      look="main"
      writer={writer}
    >
      <TextArea label={words.reason} rows={4} maxLength={2000} required {...input('reason')} />
    </StepPage>
  )
}
