import { useLoaderData } from '@remix-run/react'
import { deputeHead } from '#app/domain/panels/conclusions/deputising.server.ts'
import { DeputyForm } from '#app/domain/panels/conclusions/forms.ts'
import { knownConclusion } from '#app/domain/panels/conclusions/reading.server.ts'
import { conclusionRules } from '#app/domain/panels/conclusions/rules.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const mine = acting(ctx)
  const { facts, panel } = await knownConclusion(mine, numberOf(params.number))
  authorize(conclusionRules.depute, mine.actor, facts)
  const others = facts.memberIds.filter((one) => one !== panel.facts.chairId)
  const { number } = panel.panel
  return { title: t.conclusions.signing.deputy, number, members: await placesOf(ctx, others) }
})

export const action = serveForm(DeputyForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await deputeHead(acting(ctx), await panelIdOf(ctx, number), value)
  return done(`/panels/${number}/conclusion`, 'saved')
})

/** Who acts for the chair, and why. */
export default function DeputyPage() {
  const { title, number, members } = useLoaderData<typeof loader>()
  const { conclusions, panels } = useMessages()
  const { signing: words } = conclusions
  const { input, value, ...of } = useServerForm<Record<'personId' | 'reason', string>>()
  return (
    <StepPage
      back={{ href: `/panels/${number}/conclusion`, label: panels.conclusion.work }}
      title={title}
      lead={words.deputyLead}
      of={of}
      submit={words.deputySubmit}
    >
      <RadioGroup
        name="personId"
        legend={conclusions.agreement.who}
        required
        defaultValue={value('personId')}
        options={members.map(({ personId, name, number: person }) => ({
          value: personId,
          label: name ?? panels.conclusion.hidden(person),
        }))}
      />
      <Field label={words.deputyReason} maxLength={500} required {...input('reason')} />
    </StepPage>
  )
}
