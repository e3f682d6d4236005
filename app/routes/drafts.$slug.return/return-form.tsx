import { useForm } from '@conform-to/react'
import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { Found } from './found.tsx'
import styles from './return.module.css'
import type { ReturnedView, ReturnPage } from './return.server.ts'

type ReturnFormProps = {
  page: ReturnPage
  read: { view: ReturnedView; refused: string | null; take: string[] | null } | null
  lastResult: Parameters<typeof useForm<Record<'file' | 'version' | 'upload', string>>>[0]['lastResult']
}

/** The file that comes back, then what was recognised in it; the file stays with us between the two. */
export function ReturnForm({ page, read, lastResult }: ReturnFormProps) {
  const words = useMessages().reviewWord
  const [form, fields] = useForm<Record<'file' | 'version' | 'upload', string>>({ lastResult })
  const errors = Object.entries(form.allErrors).flatMap(([field, texts]) =>
    texts.map((text) => ({ text, field: field && `f-${field}` })),
  )
  const busy = useNavigation().state === 'submitting'
  const upload = read?.view.upload ?? page.margin?.upload
  return (
    <Form method="post" encType="multipart/form-data" noValidate>
      <Stack gap={4}>
        <FormErrors errors={read?.refused ? [{ text: read.refused }] : errors} />
        {upload && <input type="hidden" name="upload" value={upload} />}
        {read && <Found view={read.view} draft={page.draft} take={read.take} />}
        <section className={styles.step} aria-labelledby="give">
          <h2 id="give">{read ? words.another : words.give}</h2>
          {!read && page.margin && <Notice>{words.pending(page.margin.name)}</Notice>}
          {/* what was chosen is with us: sent again, it would be read again instead of being sent on */}
          <Field
            key={`file-${upload}`}
            id="f-file"
            type="file"
            name="file"
            accept=".docx"
            label={words.label}
            hint={words.hint(page.megabytes)}
            error={fields.file.errors}
          />
          {page.published.length > 1 && (
            <Select
              key={`version-${upload}`}
              name="version"
              label={words.version}
              defaultValue={read ? String(read.view.version) : ''}
              options={[
                { value: '', label: words.versionAuto },
                ...page.published.map((number) => ({
                  value: String(number),
                  label: words.versionOf(number),
                })),
              ]}
            />
          )}
          <Row>
            <Button name="step" value="preview" look={read ? 'default' : 'main'} aria-busy={busy}>
              {busy ? words.reading : words.check}
            </Button>
          </Row>
        </section>
      </Stack>
    </Form>
  )
}
