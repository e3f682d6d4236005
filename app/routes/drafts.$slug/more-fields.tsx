import { Disclosure } from '#app/ui/disclosure.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import type { RemarkFormView } from './remark-view.ts'

type Initial = { initialValue?: string; errors?: string[] }
type MoreFieldsProps = {
  view: Pick<RemarkFormView, 'files'>
  fields: Record<'grounds' | 'sources', Initial>
  error?: string[]
}

/** Reasons, sources and files: folded until they are wanted, open when something stands in them. */
export function MoreFields({ view, fields, error }: MoreFieldsProps) {
  const words = useMessages().reviewRemark.form
  const { grounds, sources } = fields
  const open = Boolean(
    grounds.initialValue || sources.initialValue || grounds.errors || sources.errors || error,
  )
  return (
    <Disclosure summary={words.more} open={open}>
      <Stack gap={2}>
        <TextArea
          name="grounds"
          label={words.grounds}
          hint={words.groundsHint}
          error={grounds.errors}
          defaultValue={grounds.initialValue}
          maxLength={3000}
          rows={3}
        />
        <TextArea
          name="sources"
          label={words.sources}
          hint={words.sourcesHint}
          error={sources.errors}
          defaultValue={sources.initialValue}
          maxLength={3000}
          rows={2}
        />
        <Field
          name="file"
          type="file"
          multiple
          label={words.files}
          hint={words.filesHint(view.files.most, view.files.megabytes)}
          error={error}
        />
      </Stack>
    </Disclosure>
  )
}
