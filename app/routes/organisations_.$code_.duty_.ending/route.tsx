import { useLoaderData } from '@remix-run/react'
import { endDuty } from '#app/domain/organisations/duties.server.ts'
import { DutyEnding } from '#app/domain/organisations/forms.ts'
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
  const { code, shortName, duties } = await organisationByCode(ctx, params.code ?? '')
  const held = duties.flatMap(({ duty, now }) => (now ? [duty] : []))
  return { title: t.organisationCard.dutyEnd, code, shortName, held }
})

export const action = serveForm(DutyEnding, async ({ ctx, params, value }) => {
  const { id, code } = await organisationByCode(ctx, params.code ?? '')
  await endDuty(acting(ctx), id, value)
  return done(`/organisations/${code}`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function DutyEndingPage() {
  const { title, code, shortName, held } = useLoaderData<typeof loader>()
  const { organisations, organisationCard: words } = useMessages()
  const { input, value, ...of } = useServerForm<Record<'duty' | 'lastDay' | 'ground', string>>()
  const names: Record<string, string> = organisations.duty
  return (
    <StepPage
      back={{ href: `/organisations/${code}`, label: shortName }}
      title={title}
      lead={words.dutyEndLead}
      of={of}
      submit={words.dutyEndSubmit}
      look="danger"
    >
      <RadioGroup
        name="duty"
        legend={words.dutyWhich}
        defaultValue={value('duty') || (held.length === 1 ? held[0] : undefined)}
        options={(['coordinator', 'operator'] as const).map((duty) => ({
          value: duty,
          label: names[duty] ?? duty,
        }))}
        required
      />
      <Field {...input('lastDay')} label={words.dutyEndDay} type="date" required />
      <Field {...input('ground')} label={words.dutyGround} required />
    </StepPage>
  )
}
