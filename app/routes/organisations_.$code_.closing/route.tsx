import { useLoaderData } from '@remix-run/react'
import { Closing, ClosingOrReopening } from '#app/domain/organisations/forms.ts'
import { closeOrganisation, reopenOrganisation } from '#app/domain/organisations/keeping.server.ts'
import { keptCard } from '#app/routes/organisations_.$code/kept.server.ts'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { code, shortName, endDay } = await keptCard(acting(ctx), params.code)
  const words = t.organisationCard
  return { title: endDay ? words.reopen : words.closeTitle, code, shortName, closed: endDay !== null }
})

export const action = serveForm(ClosingOrReopening, async ({ ctx, params, value }) => {
  const mine = acting(ctx)
  const { id, code, endDay } = await keptCard(mine, params.code)
  if (endDay) await reopenOrganisation(mine, id, value.ground)
  else await closeOrganisation(mine, id, Closing.parse(value))
  return done(`/organisations/${code}`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function ClosingPage() {
  const { title, code, shortName, closed } = useLoaderData<typeof loader>()
  const words = useMessages().organisationCard
  const { input, ...of } = useServerForm<Record<'lastDay' | 'ground', string>>()
  return (
    <StepPage
      back={{ href: `/organisations/${code}`, label: shortName }}
      title={title}
      lead={closed ? words.reopenLead : words.closeLead}
      of={of}
      submit={closed ? words.reopen : words.closeSubmit}
      look={closed ? 'main' : 'danger'}
    >
      {!closed && <Field {...input('lastDay')} label={words.lastDay} type="date" required />}
      <Field {...input('ground')} label={words.ground} hint={words.groundHint} required />
    </StepPage>
  )
}
