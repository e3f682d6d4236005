import { useLoaderData } from '@remix-run/react'
import { answerWork } from '#app/domain/panels/contests/appealing.server.ts'
import { workByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { AnswerForm } from '#app/domain/panels/contests/forms.ts'
import { workRules } from '#app/domain/panels/contests/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { anyOf, authorize } from '#app/domain/rules.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { work, facts } = await workByNumber(acting(ctx), numberOf(params.number))
  authorize(anyOf(workRules.answerCheck, workRules.answerResult), ctx.actor, facts)
  return {
    title: t.contests.work.answer.title,
    ...{ number: work.number, name: work.title, writer: ctx.actor?.number ?? 0 },
  }
})

export const action = serveForm(AnswerForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await answerWork(acting(ctx), number, value)
  return done(`/works/${number}`, 'answered')
})

export default function AnswerPage() {
  const { number, name, writer } = useLoaderData<typeof loader>()
  const words = useMessages().contests.work.answer
  const { input, ...of } = useServerForm<Record<'upheld' | 'answer', string>>()
  const { defaultValue: _, ...upheld } = input('upheld')
  return (
    <StepPage
      back={{ href: `/works/${number}`, label: name }}
      title={words.title}
      lead={name}
      {...{ of, writer }}
      submit={words.submit}
    >
      <RadioGroup
        {...upheld}
        legend={words.upheld}
        options={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
        defaultValue={of.value('upheld')}
        required
      />
      <TextArea label={words.answer} rows={6} maxLength={5000} required {...input('answer')} />
    </StepPage>
  )
}
