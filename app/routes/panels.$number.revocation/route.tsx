import { useLoaderData } from '@remix-run/react'
import { ReasonForm } from '#app/domain/panels/conclusions/forms.ts'
import { knownConclusion } from '#app/domain/panels/conclusions/reading.server.ts'
import { revokeConclusion } from '#app/domain/panels/conclusions/revoking.server.ts'
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
  authorize(conclusionRules.revoke, mine.actor, facts)
  const { number } = found(body)
  return { title: t.conclusions.revoking.title(number), number, writer: mine.actor.number }
})

export const action = serveForm(ReasonForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  const mine = acting(ctx)
  const panelId = await panelIdOf(ctx, number)
  const { body } = await knownConclusion(mine, number)
  await revokeConclusion(mine, panelId, value.reason)
  return done(`/conclusions/${found(body).number}`, 'saved')
})

/** Takes an issued conclusion back. */
export default function ReasonPage() {
  const { title, number, writer } = useLoaderData<typeof loader>()
  const { conclusions, panels } = useMessages()
  const { input, ...of } = useServerForm<{ reason: string }>()
  const words = conclusions.revoking
  return (
    <StepPage
      back={{ href: `/conclusions/${number}`, label: panels.conclusionNumber(number) }}
      title={title}
      lead={words.lead}
      of={of}
      submit={words.submit}
      look="danger"
      writer={writer}
    >
      <TextArea label={words.reason} rows={4} maxLength={2000} required {...input('reason')} />
    </StepPage>
  )
}
