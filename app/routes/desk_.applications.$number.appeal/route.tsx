import { useLoaderData } from '@remix-run/react'
import { answerAppeal } from '#app/domain/assessment/way/appealing.server.ts'
import { AppealAnswerForm } from '#app/domain/assessment/way/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { deskStage } from '#app/routes/desk_.applications.$number._index/desk-stage.server.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { number } = await deskStage(acting(ctx), numberOf(params.number), ['appealed'], 'answer')
  return { title: t.applications.desk.appealTitle, number }
})

export const action = serveForm(AppealAnswerForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await answerAppeal(acting(ctx), number, value)
  return done(`/desk/applications/${number}`, 'decided')
})

export default function AppealAnswerPage() {
  const { title, number } = useLoaderData<typeof loader>()
  const words = useMessages().applications
  const { input, ...of } = useServerForm<{ answer: string; words: string }>()
  return (
    <StepPage
      back={{ href: `/desk/applications/${number}`, label: words.numbered(number) }}
      title={title}
      lead={words.next.appealed}
      of={of}
      submit={words.desk.submit}
    >
      <RadioGroup
        {...input('answer')}
        legend={words.desk.answer}
        required
        options={[
          { value: 'satisfied', label: words.desk.satisfied },
          { value: 'upheld', label: words.desk.upheld },
        ]}
      />
      <TextArea {...input('words')} label={words.desk.answerWords} rows={5} maxLength={2000} required />
    </StepPage>
  )
}
