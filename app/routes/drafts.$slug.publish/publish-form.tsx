import { type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Structure, type StructureView } from '#app/routes/drafts.$slug/structure.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { Flags } from './flags.tsx'
import type { PublishView } from './publish.server.ts'

type Fields = { note: string; seen: string; unkeptReason: string; unansweredReason: string }
type PublishFormProps = {
  slug: string
  version: NonNullable<PublishView['version']>
  structure: StructureView
  flags: PublishView['flags']
  lastResult?: SubmissionResult<string[]>
}

/** The note to readers, what the version leaves open, and the button that cannot be undone. */
export function PublishForm({ slug, version, structure, flags, lastResult }: PublishFormProps) {
  const { reviewWork } = useMessages()
  const words = reviewWork.publish
  const [form, fields] = useForm<Fields>({ lastResult, defaultValue: { note: version.note } })
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
          label={version.number > 1 ? words.note : words.firstNote}
          hint={version.number > 1 ? words.noteHint : words.firstNoteHint}
          error={fields.note.errors}
          defaultValue={fields.note.initialValue}
          required
        />
        {flags && <Flags slug={slug} flags={flags} said={fields} />}
        <Structure structure={structure} />
        <div>
          <Button look="main">{words.submit}</Button>
        </div>
      </Stack>
    </Form>
  )
}
