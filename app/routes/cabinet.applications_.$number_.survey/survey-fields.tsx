import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useRef } from 'react'
import type { Typed } from '#app/domain/questionnaires/fields.ts'
import type { Form as Asked } from '#app/domain/questionnaires/forms.ts'
import { notKept, useKeeping } from '#app/routes/drafts.$slug/keeping.ts'
import { QuestionField } from '#app/routes/questionnaires.$number._index/question-field.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'

type Reply = SubmissionResult<string[]> | undefined

type SurveyFieldsProps = {
  view: { title: string; number: number; direction: string; form: Asked; writer: string; kept: Typed }
  reply: Reply
}

/** The survey of requirements: the questions of the direction in the fields of questionnaires; what is typed is kept. */
export function SurveyFields({ view, reply }: SurveyFieldsProps) {
  const { applications, reviewRemark } = useMessages()
  const { survey: words, cabinet } = applications
  const { title, number, direction, form, writer, kept } = view
  const place = useRef<HTMLDivElement>(null)
  const keeping = useKeeping(place, `/cabinet/applications/${number}/unsent`, writer)
  const told = notKept(keeping, reviewRemark.form)
  return (
    <section aria-labelledby="survey" ref={place}>
      <SectionHead title={title} id="survey">
        <span lang="ru">{direction}</span>
      </SectionHead>
      <Form method="post" noValidate onInput={keeping.noticed} onChange={keeping.noticed}>
        <Stack gap={3}>
          <Prose>
            <p lang="ru">{form.intro}</p>
          </Prose>
          <input type="hidden" name="writer" value={writer} />
          <SurveyQuestions form={form} reply={reply} typed={kept} />
          <p>
            {words.note} {words.kept}
          </p>
          <div role="status">{told ? <Notice kind="warn">{told}</Notice> : keeping.at && words.saved}</div>
          <Row>
            <Button look="main">{words.submit}</Button>
            <LinkButton href={`/cabinet/applications/${number}`}>{cabinet.back}</LinkButton>
          </Row>
        </Stack>
      </Form>
    </section>
  )
}

/** The questions with what was typed, and why it was refused. */
export function SurveyQuestions({ form, reply, typed }: { form: Asked; reply: Reply; typed: Typed }) {
  const said = (reply?.initialValue ?? typed) as Typed
  const codes = new Set(form.questions.map(({ code }) => code))
  const errors = Object.entries(reply?.error ?? {}).flatMap(([code, texts]) =>
    (texts ?? []).map((text) => (codes.has(code) ? { text, field: `q-${code}` } : { text })),
  )
  return (
    <>
      <FormErrors errors={errors} />
      {form.questions.map((question) => (
        <QuestionField
          key={question.code}
          question={question}
          typed={said}
          files={{}}
          error={reply?.error?.[question.code] ?? undefined}
        />
      ))}
    </>
  )
}
