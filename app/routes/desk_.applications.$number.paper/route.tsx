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
import { content } from '#content/load.ts'
import { scanIn } from './scan.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { number } = await deskStage(acting(ctx), numberOf(params.number), ['nominated'], 'paper')
  const megabytes = content().settings.uploads.maxMegabytes
  return { title: t.applications.desk.paperTitle, number, megabytes }
})

export const action = serveForm(PaperConsentForm, async ({ ctx, params, value, services }) => {
  const number = numberOf(params.number)
  const scan = await scanIn(value.file, services.config.dataDir)
  await enterNominationConsent(acting(ctx), number, { signedOn: value.signedOn, scan })
  return done(`/desk/applications/${number}`, 'saved')
})

export default function PaperConsentPage() {
  const { title, number, megabytes } = useLoaderData<typeof loader>()
  const words = useMessages().applications
  const { input, ...of } = useServerForm<{ signedOn: string; file: string }>()
  const { defaultValue: _, ...file } = input('file')
  return (
    <StepPage
      back={{ href: `/desk/applications/${number}`, label: words.numbered(number) }}
      title={title}
      lead={words.desk.paperLead}
      of={of}
      submit={words.desk.save}
      files
    >
      <Field {...input('signedOn')} label={words.desk.signedOn} type="date" required />
      <Field
        {...file}
        type="file"
        accept=".pdf,.png,.jpg,.jpeg"
        label={words.desk.scan}
        hint={words.desk.scanHint(megabytes)}
      />
    </StepPage>
  )
}
