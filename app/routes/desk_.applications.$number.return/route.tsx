import { useLoaderData } from '@remix-run/react'
import { returnToReview } from '#app/domain/assessment/way/deciding.server.ts'
import { ReasonForm } from '#app/domain/assessment/way/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { deskStage } from '#app/routes/desk_.applications.$number._index/desk-stage.server.ts'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { number } = await deskStage(acting(ctx), numberOf(params.number), ['admitted', 'refused'])
  return { title: t.applications.desk.return, number }
})

export const action = serveForm(ReasonForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await returnToReview(acting(ctx), number, value.words)
  return done(`/desk/applications/${number}`, 'saved')
})

export default function ReturnPage() {
  const { title, number } = useLoaderData<typeof loader>()
  const words = useMessages().applications
  const { input, ...of } = useServerForm<{ words: string }>()
  return (
    <StepPage
      back={{ href: `/desk/applications/${number}`, label: words.numbered(number) }}
      title={title}
      lead={words.desk.returnLead}
      of={of}
      submit={words.desk.save}
    >
      <TextArea {...input('words')} label={words.desk.reason} rows={3} maxLength={2000} required />
    </StepPage>
  )
}
