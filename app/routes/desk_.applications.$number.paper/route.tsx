import { useLoaderData } from '@remix-run/react'
import { enterNominationConsent } from '#app/domain/assessment/way/consenting.server.ts'
import { PaperConsentForm } from '#app/domain/assessment/way/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { deskStage } from '#app/routes/desk_.applications.$number._index/desk-stage.server.ts'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { number } = await deskStage(acting(ctx), numberOf(params.number), ['nominated'])
  return { title: t.applications.desk.paperTitle, number }
})

export const action = serveForm(PaperConsentForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await enterNominationConsent(acting(ctx), number, value.signedOn)
  return done(`/desk/applications/${number}`, 'saved')
})

export default function PaperConsentPage() {
  const { title, number } = useLoaderData<typeof loader>()
  const words = useMessages().applications
  const { input, ...of } = useServerForm<{ signedOn: string }>()
  return (
    <StepPage
      back={{ href: `/desk/applications/${number}`, label: words.numbered(number) }}
      title={title}
      lead={words.desk.paperLead}
      of={of}
      submit={words.desk.save}
    >
      <Field {...input('signedOn')} label={words.desk.signedOn} type="date" required />
    </StepPage>
  )
}
