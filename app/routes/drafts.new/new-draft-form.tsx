import { type SubmissionResult, useForm } from '@conform-to/react'
import { Form, useNavigation } from '@remix-run/react'
import { FileField, type FileView } from '#app/routes/drafts.$slug/file-field.tsx'
import {
  type PassportFieldNames,
  PassportFields,
  usePassportErrors,
} from '#app/routes/drafts.$slug/passport-fields.tsx'
import { SourceField, type Way } from '#app/routes/drafts.$slug/source-field.tsx'
import { Structure, type StructureView } from '#app/routes/drafts.$slug/structure.tsx'
import { Button } from '#app/ui/button.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'

type Choice = { value: string; label: string }
type Fields = Record<PassportFieldNames | 'request' | 'way' | 'source' | 'base' | 'file' | 'changes', string>
type NewDraftFormProps = {
  kinds: readonly Choice[]
  developers: readonly Choice[]
  lastResult?: SubmissionResult<string[]>
  /** what was in the form when the preview was asked for */
  typed: Record<string, string> | null
  structure: StructureView | null
  file: FileView | null
  megabytes: number
}

/** Passport, text, preview; the draft is created only by the second button. */
export function NewDraftForm(props: NewDraftFormProps) {
  const { kinds, developers, lastResult, typed, structure, file, megabytes } = props
  const busy = useNavigation().state === 'submitting'
  const { reviewWork } = useMessages()
  const words = reviewWork
  const [form, fields] = useForm<Fields>({
    lastResult,
    defaultValue: typed ?? { lang: 'ru', way: 'rich', developerId: developers[0]?.value },
  })
  const errors = usePassportErrors(form.allErrors)
  return (
    <Form method="post" encType="multipart/form-data" noValidate>
      <Stack gap={6}>
        <FormErrors errors={errors} />
        <input type="hidden" name="request" value={fields.request.initialValue ?? ''} />
        <Stack gap={3}>
          <h2>{words.passport}</h2>
          <PassportFields fields={fields} kinds={kinds} developers={developers} />
        </Stack>
        <Stack gap={3}>
          <h2>{words.text}</h2>
          <FileField
            file={file}
            megabytes={megabytes}
            error={fields.file.errors}
            changesError={fields.changes.errors}
            read={structure !== null}
          />
          {!file && (
            <SourceField
              ways={['rich', 'markdown', 'plain']}
              way={(fields.way.initialValue as Way | undefined) ?? 'rich'}
              source={fields.source.initialValue ?? ''}
              base={fields.base.initialValue}
              lang={fields.lang.initialValue ?? 'ru'}
              error={fields.source.errors}
            />
          )}
        </Stack>
        {structure && <Structure structure={structure} />}
        <Row>
          <Button name="step" value="preview" look={structure ? 'default' : 'main'} aria-busy={busy}>
            {busy ? words.file.reading : words.preview}
          </Button>
          <Button name="step" value="create" look={structure ? 'main' : 'default'}>
            {words.create}
          </Button>
        </Row>
      </Stack>
    </Form>
  )
}
