import type { SubmissionResult } from '@conform-to/react'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useRef } from 'react'
import { Button } from '#app/ui/button.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import type { answerPage } from './page.server.ts'
import { QuestionField } from './question-field.tsx'
import styles from './questionnaire.module.css'
import { useAnswering } from './use-answering.ts'

/** The form of a questionnaire: it works by its buttons alone; scripts keep it and show what an answer brings up at once. */
export function AnswerForm() {
  const view = useLoaderData<typeof answerPage>()
  const reply = useActionData<SubmissionResult<string[]>>()
  const words = useMessages().questionnaires.page
  const format = useFormat()
  const element = useRef<HTMLFormElement>(null)
  const { form, number, files } = view
  const typed = { ...(reply?.initialValue as Record<string, string> | undefined), ...view.typed }
  const { asked, answered, state } = useAnswering(element, form, typed, `/questionnaires/${number}/unsent`)
  const savedAt = state.at ?? view.savedAt
  const questions = form.questions.filter(({ code, type }) => type !== 'section' && asked.has(code))
  const errors = Object.entries(reply?.error ?? {}).flatMap(([code, texts]) =>
    (texts ?? []).map((text) => (code === '' ? { text } : { text, field: `q-${code}` })),
  )
  return (
    <Form method="post" encType="multipart/form-data" ref={element} noValidate>
      <Stack gap={3}>
        <input type="hidden" name="writer" value={view.writer} />
        <FormErrors errors={errors} />
        {form.questions.map((question) => (
          <QuestionField
            key={question.code}
            question={question}
            typed={typed}
            files={files}
            hidden={!asked.has(question.code)}
            error={reply?.error?.[question.code] ?? undefined}
          />
        ))}
        <div className={styles.foot}>
          <p role="status">
            {words.progress(answered, questions.length)}
            {state.kind === 'saving' && `, ${words.saving}`}
            {state.kind === 'unsaved' && `, ${words.unsaved}`}
            {state.kind === 'saved' && savedAt && `, ${words.savedAt(format.time(savedAt))}`}
          </p>
          <Row>
            <Button look="main" name="step" value="review">
              {words.review}
            </Button>
            <Button name="step" value="save">
              {words.save}
            </Button>
          </Row>
        </div>
      </Stack>
    </Form>
  )
}
