import { useLoaderData } from '@remix-run/react'
import { answerWork } from '#app/domain/panels/contests/appealing.server.ts'
import { workByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { AnswerForm } from '#app/domain/panels/contests/forms.ts'
import { workRules } from '#app/domain/panels/contests/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'
import { anyOf, authorize } from '#app/domain/rules.ts'
import { Fieldset, RadioGroup } from '#app/ui/choice.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { work, contest, facts } = await workByNumber(acting(ctx), numberOf(params.number))
  authorize(anyOf(workRules.answerCheck, workRules.answerResult), ctx.actor, facts)
  const asked = facts.stage === 'appeal' ? await formOf(ctx, contest.questionnaireVersionId) : null
  return {
    title: t.contests.work.answer.title,
    criteria: (asked?.form.questions ?? []).flatMap(({ code, title, type, scale = [] }) =>
      type === 'scale' ? [{ code, title, scale }] : [],
    ),
    ...{ number: work.number, name: work.title, writer: ctx.actor?.number ?? 0 },
  }
})

export const action = serveForm(AnswerForm, async ({ ctx, params, value, form }) => {
  const number = numberOf(params.number)
  const marks = [...form].flatMap(([name, typed]) =>
    name.startsWith('mark-') && typeof typed === 'string' ? [[name.slice(5), typed] as const] : [],
  )
  await answerWork(acting(ctx), number, value, Object.fromEntries(marks))
  return done(`/works/${number}`, 'answered')
})

export default function AnswerPage() {
  const { number, name, writer, criteria } = useLoaderData<typeof loader>()
  const { work, results } = useMessages().contests
  const [words, marks] = [work.answer, results.appealMarks]
  const { input, ...of } = useServerForm<Record<string, string>>()
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
      {criteria.length > 0 && (
        <Fieldset legend={marks.title} hint={marks.hint} id="marks">
          <Stack gap={2}>
            {criteria.map(({ code, title, scale }) => (
              <Select
                key={code}
                label={title}
                {...input(`mark-${code}`)}
                options={[
                  { value: '', label: marks.same },
                  ...scale.map((word, mark) => ({ value: String(mark), label: `${mark}. ${word}` })),
                ]}
              />
            ))}
          </Stack>
        </Fieldset>
      )}
    </StepPage>
  )
}
