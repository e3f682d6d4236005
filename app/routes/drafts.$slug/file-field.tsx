import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'

export interface FileView {
  upload: string
  name: string
  /** numbers of tracked changes; null when there are none */
  changes: { count: number; inserted: number; deleted: number; moved: number; formatted: number } | null
  policy: 'accept' | 'reject' | 'suggest' | null
  comments: number
  /** comments are to be kept for the discussion */
  margin: boolean
  seconds: number
}

type FileFieldProps = {
  file: FileView | null
  megabytes: number
  /** what the file would bring stands below; otherwise only its name is known, until it is read again */
  read?: boolean
  error?: string[]
  changesError?: string[]
}

/** A file with the text: chosen, or kept from the request before with what it asks. */
export function FileField({ file, megabytes, read = true, error, changesError }: FileFieldProps) {
  const words = useMessages().reviewWork.file
  return (
    <Stack gap={2}>
      {file && (
        <>
          <input type="hidden" name="upload" value={file.upload} />
          <Notice>{(read ? words.chosen : words.kept)(file.name)}</Notice>
        </>
      )}
      <Field
        id="f-file"
        type="file"
        name="file"
        accept=".docx,.md,.markdown,.html,.htm,.txt"
        label={file ? words.another : words.label}
        hint={words.hint(megabytes)}
        error={error}
      />
      {file?.changes && (
        <Stack gap={2}>
          <Notice kind="warn" title={words.changesTitle(file.changes.count)}>
            {words.changesText(file.changes)} {words.changesShown[file.policy ?? 'accept']}
          </Notice>
          <RadioGroup
            name="changes"
            legend={words.changesLegend}
            error={changesError}
            defaultValue={file.policy ?? undefined}
            options={(['accept', 'reject', 'suggest'] as const).map((value) => ({
              value,
              label: words.policies[value],
              hint: words.policyHints[value],
            }))}
          />
        </Stack>
      )}
      {file && file.comments > 0 && (
        <>
          <Notice>{words.comments(file.comments)}</Notice>
          <Checkbox
            name="margin"
            label={words.margin}
            hint={words.marginHint}
            defaultChecked={file.margin || file.policy === 'suggest'}
          />
        </>
      )}
    </Stack>
  )
}
