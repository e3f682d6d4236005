import { type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Structure, type StructureView } from '#app/routes/drafts.$slug/structure.tsx'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, Fieldset } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import type { PublishView } from './publish.server.ts'

type PublishFormProps = {
  version: NonNullable<PublishView['version']>
  structure: StructureView
  answers: PublishView['answers']
  lastResult?: SubmissionResult<string[]>
}

/** The note to readers, the remarks this version answers, and the button that cannot be undone. */
export function PublishForm({ version, structure, answers, lastResult }: PublishFormProps) {
  const { reviewWork } = useMessages()
  const words = reviewWork.publish
  const [form, fields] = useForm<{ note: string }>({ lastResult, defaultValue: { note: version.note } })
  return (
    <Form method="post">
      <Stack gap={3}>
        <FormErrors
          errors={Object.values(form.allErrors)
            .flat()
            .map((text) => ({ text }))}
        />
        <input type="hidden" name="versionId" value={version.id} />
        <input type="hidden" name="edition" value={version.edition} />
        <TextArea
          name="note"
          label={words.note}
          hint={words.noteHint}
          error={fields.note.errors}
          defaultValue={fields.note.initialValue}
          required
        />
        {answers.length > 0 && (
          <Fieldset id="answers" legend={words.answers} hint={words.answersHint}>
            {answers.map((answer) => (
              <Checkbox
                key={answer.id}
                name="answers"
                value={answer.id}
                label={`№ ${answer.number}, ${answer.address}`}
                hint={answer.words.slice(0, 200)}
              />
            ))}
          </Fieldset>
        )}
        <Structure structure={structure} />
        <div>
          <Button look="main">{words.submit}</Button>
        </div>
      </Stack>
    </Form>
  )
}
