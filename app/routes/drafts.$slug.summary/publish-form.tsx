import { type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet, Stack } from '#app/ui/page.tsx'
import type { SummaryView } from './summary.server.ts'

/** Publishes the summary; unanswered remarks must be explained. */
export function PublishForm({
  summary,
  openUntil,
  lastResult,
}: {
  summary: SummaryView
  /** last day of a stage that still goes on */
  openUntil: string | null
  lastResult?: SubmissionResult<string[]>
}) {
  const { reviewWork } = useMessages()
  const words = reviewWork.summary
  const format = useFormat()
  const [form, fields] = useForm<{ unansweredReason: string }>({ lastResult })
  const waiting = summary.total - summary.answered
  return (
    <Sheet>
      <Form method="post">
        <Stack gap={2}>
          <FormErrors errors={form.errors?.map((text) => ({ text })) ?? []} />
          {openUntil && <Notice kind="warn">{words.stillOpen(format.day(openUntil))}</Notice>}
          <p>{waiting === 0 ? words.allAnswered : words.unanswered(waiting)}</p>
          {waiting > 0 && (
            <TextArea
              name="unansweredReason"
              label={words.reason}
              error={fields.unansweredReason.errors}
              defaultValue={fields.unansweredReason.initialValue}
              maxLength={3000}
              rows={3}
            />
          )}
          <p>{words.text}</p>
          <div>
            <Button look="main">{summary.published ? words.publishAgain : words.publish}</Button>
          </div>
        </Stack>
      </Form>
    </Sheet>
  )
}
