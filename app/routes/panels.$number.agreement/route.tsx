import { useLoaderData } from '@remix-run/react'
import { sendForAgreement } from '#app/domain/panels/conclusions/agreeing.server.ts'
import { SendForm } from '#app/domain/panels/conclusions/forms.ts'
import { knownConclusion } from '#app/domain/panels/conclusions/reading.server.ts'
import { conclusionRules } from '#app/domain/panels/conclusions/rules.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { authorize } from '#app/domain/rules.ts'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, services }) => {
  const mine = acting(ctx)
  const { facts, panel, body } = await knownConclusion(mine, numberOf(params.number))
  authorize(conclusionRules.send, mine.actor, facts)
  const { agreementDays } = services.content.settings.panels.conclusion
  return {
    title: t.conclusions.agreement.send,
    number: panel.panel.number,
    revision: body?.edition ?? 1,
    lastDay: dayAfter(mine.actor.today, agreementDays),
  }
})

export const action = serveForm(SendForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await sendForAgreement(acting(ctx), await panelIdOf(ctx, number), value)
  return done(`/panels/${number}/conclusion`, 'sent')
})

/** The text goes to the members. */
export default function AgreementPage() {
  const { title, number, revision, lastDay } = useLoaderData<typeof loader>()
  const { panels, conclusions } = useMessages()
  const words = conclusions.agreement
  const { input, ...of } = useServerForm<{ lastDay: string; revision: string }>({ lastDay })
  return (
    <StepPage
      back={{ href: `/panels/${number}/conclusion`, label: panels.conclusion.work }}
      title={title}
      lead={words.sendLead}
      of={of}
      submit={words.send}
    >
      <input type="hidden" name="revision" value={revision} />
      <Field label={words.lastDay} type="date" required {...input('lastDay')} />
      <p>{words.sendSave}</p>
    </StepPage>
  )
}
