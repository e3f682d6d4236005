import { useLoaderData } from '@remix-run/react'
import { assignDuty } from '#app/domain/organisations/duties.server.ts'
import { Duty } from '#app/domain/organisations/forms.ts'
import { organisationByCode } from '#app/domain/organisations/queries.server.ts'
import { organisationRules } from '#app/domain/organisations/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { actor } = acting(ctx)
  authorize(organisationRules.assignDuty, actor, undefined)
  const { code, shortName } = await organisationByCode(ctx, params.code ?? '')
  return { title: t.organisationCard.duty, code, shortName }
})

export const action = serveForm(Duty, async ({ ctx, params, value }) => {
  const { id, code } = await organisationByCode(ctx, params.code ?? '')
  await assignDuty(acting(ctx), id, value)
  return done(`/organisations/${code}`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function DutyPage() {
  const { title, code, shortName } = useLoaderData<typeof loader>()
  const { organisations, organisationCard: words } = useMessages()
  const { input, value, ...of } = useServerForm<Record<'duty' | 'firstDay' | 'lastDay' | 'ground', string>>()
  return (
    <StepPage
      back={{ href: `/organisations/${code}`, label: shortName }}
      title={title}
      lead={words.dutyLead}
      of={of}
      submit={words.dutySubmit}
    >
      <RadioGroup
        name="duty"
        legend={words.dutyWhich}
        defaultValue={value('duty')}
        options={[
          { value: 'coordinator', label: organisations.duty.coordinator },
          { value: 'operator', label: organisations.duty.operator },
        ]}
        required
      />
      <Field {...input('firstDay')} label={words.dutyFirst} type="date" required />
      <Field {...input('lastDay')} label={words.dutyLast} hint={words.dutyLastHint} type="date" />
      <Field {...input('ground')} label={words.dutyGround} required />
    </StepPage>
  )
}
