import { Form } from '@remix-run/react'
import { docxType } from '#app/domain/documents/shelf.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { useServerForm } from '#app/ui/server-form.ts'

type Props = { organisation: string; megabytes: number; mayCommon: boolean }

/** Sends a DOCX; what is wrong with it is told at its field. */
export function UploadForm({ organisation, megabytes, mayCommon }: Props) {
  const words = useMessages().papers.template
  const { form, errors, input, busy } = useServerForm<Record<'name' | 'file', string>>()
  const { defaultValue: _, ...file } = input('file')
  return (
    <section aria-labelledby="upload">
      <SectionHead title={words.upload} id="upload" />
      <Form method="post" encType="multipart/form-data" {...form}>
        <Stack gap={3}>
          <Prose>
            <p>{words.uploadText}</p>
          </Prose>
          <FormErrors errors={errors} />
          <Field
            label={words.file}
            hint={words.fileHint(megabytes)}
            type="file"
            accept={`.docx,${docxType}`}
            required
            {...file}
          />
          <Field label={words.name} hint={words.nameHint} maxLength={200} {...input('name')} />
          <Row>
            <Button look="main" name="organisation" value={organisation} aria-busy={busy}>
              {words.submit}
            </Button>
            {mayCommon && (
              <Button name="organisation" value="common">
                {words.submitCommon}
              </Button>
            )}
          </Row>
        </Stack>
      </Form>
    </section>
  )
}
