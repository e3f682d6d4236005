import { type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'

type AddFormProps = { max: number; lastResult?: SubmissionResult<string[]> }

/** A further ready answer. */
export function AddForm({ max, lastResult }: AddFormProps) {
  const words = useMessages().revising.readyAnswers
  const [form, fields] = useForm<{ text: string }>({ lastResult })
  return (
    <Form method="post">
      <Stack gap={2}>
        <FormErrors errors={form.errors?.map((text) => ({ text })) ?? []} />
        <TextArea
          name="text"
          label={words.text}
          hint={words.textHint}
          error={fields.text.errors}
          defaultValue={fields.text.initialValue}
          maxLength={max}
          rows={3}
          required
        />
        <div>
          <Button look="main">{words.add}</Button>
        </div>
      </Stack>
    </Form>
  )
}
