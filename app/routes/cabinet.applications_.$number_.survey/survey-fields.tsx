import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { Typed } from '#app/domain/questionnaires/fields.ts'
import type { Form as Asked } from '#app/domain/questionnaires/forms.ts'
import { QuestionField } from '#app/routes/questionnaires.$number._index/question-field.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'

type SurveyFieldsProps = {
  view: { title: string; number: number; direction: string; form: Asked; writer: string }
  reply: SubmissionResult<string[]> | undefined
}

/** The survey of requirements: the questions of the direction in the fields of questionnaires. */
export function SurveyFields({ view, reply }: SurveyFieldsProps) {
  const { survey: words, cabinet } = useMessages().applications
  const { title, number, direction, form, writer } = view
  const typed = (reply?.initialValue ?? {}) as Typed
  const errors = Object.entries(reply?.error ?? {}).flatMap(([code, texts]) =>
    (texts ?? []).map((text) => (code === '' ? { text } : { text, field: `q-${code}` })),
  )
  return (
    <section aria-labelledby="survey">
      <SectionHead title={title} id="survey">
        <span lang="ru">{direction}</span>
      </SectionHead>
      <Form method="post" noValidate>
        <Stack gap={3}>
          <Prose>
            <p lang="ru">{form.intro}</p>
          </Prose>
          <input type="hidden" name="writer" value={writer} />
          <FormErrors errors={errors} />
          {form.questions.map((question) => (
            <QuestionField
              key={question.code}
              question={question}
              typed={typed}
              files={{}}
              error={reply?.error?.[question.code] ?? undefined}
            />
          ))}
          <p>{words.note}</p>
          <Row>
            <Button look="main">{words.submit}</Button>
            <LinkButton href={`/cabinet/applications/${number}`}>{cabinet.back}</LinkButton>
          </Row>
        </Stack>
      </Form>
    </section>
  )
}
