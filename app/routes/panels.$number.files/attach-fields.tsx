import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { filesPage } from './load.server.ts'

/** One file more; when all are there one goes on to the panel. */
export function AttachFields() {
  const { number, megabytes, files } = useLoaderData<typeof filesPage>()
  const { files: words } = useMessages().panels
  const { input, ...of } = useServerForm<{ file: string }>()
  const { defaultValue: _, ...file } = input('file')
  return (
    <section aria-labelledby="more">
      <SectionHead title={words.more} id="more" />
      <FieldForm
        key={files.length}
        of={of}
        submit={words.attach}
        files
        beside={<LinkButton href={`/panels/${number}`}>{words.on}</LinkButton>}
      >
        <Field
          label={words.file}
          hint={words.fileHint(megabytes)}
          type="file"
          accept=".pdf,.docx,.xlsx,.txt,.md,.png,.jpg,.jpeg"
          required
          {...file}
        />
      </FieldForm>
    </section>
  )
}
