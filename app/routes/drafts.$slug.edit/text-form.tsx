import { type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useRef } from 'react'
import { SourceField, type Way } from '#app/routes/drafts.$slug/source-field.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { useAutosave } from './autosave.ts'
import type { EditedVersion } from './edit.server.ts'

type TextFormProps = {
  slug: string
  version: EditedVersion
  lang: string
  lastResult?: SubmissionResult<string[]>
}
type Fields = Record<'way' | 'source' | 'edition', string>

/** The text of a version; with scripts it saves itself, and a refusal never takes the text away. */
export function TextForm({ slug, version, lang, lastResult }: TextFormProps) {
  const { reviewWork } = useMessages()
  const words = reviewWork
  const [form, fields] = useForm<Fields>({
    lastResult,
    defaultValue: { way: 'rich', source: version.source },
  })
  const element = useRef<HTMLFormElement>(null)
  const saving = useAutosave(element, version.edition)
  const errors = Object.values(form.allErrors).flat()
  return (
    <Form method="post" ref={element} onSubmit={saving.stop}>
      <Stack gap={3}>
        <FormErrors errors={errors.map((text) => ({ text }))} />
        {saving.refused && <Notice kind="warn">{saving.refused}</Notice>}
        <input type="hidden" name="versionId" value={version.id} />
        <input type="hidden" name="edition" value={saving.edition} />
        <SourceField
          ways={['rich', 'markdown']}
          way={(fields.way.initialValue as Way | undefined) ?? 'rich'}
          source={fields.source.initialValue ?? version.source}
          markdown={version.markdown}
          lang={lang}
          pictures={{ read: `/drafts/${slug}/images/`, send: `/drafts/${slug}/pictures` }}
          error={fields.source.errors}
          onChange={saving.noticed}
        />
        <Row>
          <Button look="main">{words.save}</Button>
          <Anchor href={`/drafts/${slug}/file`}>{words.file.link}</Anchor>
          <SavedAt saving={saving} />
        </Row>
      </Stack>
    </Form>
  )
}

function SavedAt({ saving }: { saving: ReturnType<typeof useAutosave> }) {
  const { reviewWork } = useMessages()
  const format = useFormat()
  const words = reviewWork
  const text = saving.busy
    ? words.saving
    : saving.dirty
      ? words.unsaved
      : saving.savedAt
        ? words.savedAt(format.time(saving.savedAt))
        : ''
  return <span role="status">{text}</span>
}
