import { type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { SourceField, type Way } from '#app/routes/drafts.$slug/source-field.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { type Saving, useAutosave } from './autosave.ts'
import type { EditedVersion } from './edit.server.ts'
import { type KeptText, keptText } from './kept-text.ts'

type TextFormProps = {
  slug: string
  version: EditedVersion
  owner: string
  lang: string
  lastResult?: SubmissionResult<string[]>
}
type Fields = Record<'way' | 'source' | 'edition', string>

/** The text of a version; with scripts it saves itself, and a refusal never takes the text away. */
export function TextForm({ slug, version, owner, lang, lastResult }: TextFormProps) {
  const { reviewWork } = useMessages()
  const words = reviewWork
  const [form, fields] = useForm<Fields>({
    lastResult,
    defaultValue: { way: 'rich', source: version.source },
  })
  const element = useRef<HTMLFormElement>(null)
  const saving = useAutosave(element, { slug, versionId: version.id, owner, first: version.edition })
  const { text, waiting, take } = useKeptText(version, owner, saving.noticed)
  const errors = Object.values(form.allErrors).flat()
  return (
    <Form method="post" ref={element}>
      <Stack gap={3}>
        <FormErrors errors={errors.map((text) => ({ text }))} />
        {saving.refused && <Notice kind="warn">{saving.refused}</Notice>}
        {text && <Notice>{words.textBack}</Notice>}
        {waiting && (
          <Notice kind="warn">
            {words.textWaits}{' '}
            <Button type="button" small onClick={take}>
              {words.textTake}
            </Button>
          </Notice>
        )}
        <input type="hidden" name="versionId" value={version.id} />
        <input type="hidden" name="edition" value={saving.edition} />
        <SourceField
          key={text ? 'kept' : 'saved'}
          ways={['rich', 'markdown']}
          way={(text?.way as Way | undefined) ?? (fields.way.initialValue as Way | undefined) ?? 'rich'}
          source={text?.source ?? fields.source.initialValue ?? version.source}
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

/** A text that this tab kept: shown at once over the edition that it was typed over, offered over another. */
function useKeptText(version: EditedVersion, owner: string, noticed: () => void) {
  const [kept, setKept] = useState<KeptText | null>(null)
  const [taken, setTaken] = useState(false)
  // what was kept is looked up once, when the page comes to life
  // biome-ignore lint/correctness/useExhaustiveDependencies: a save changes the edition, and nothing is to be restored then
  useEffect(() => {
    const found = keptText(version, owner)
    setKept(found)
    if (found?.edition === version.edition) setTaken(true)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was taken back is saved once
  useEffect(() => {
    if (taken) noticed()
  }, [taken])
  return { text: taken ? kept : null, waiting: kept !== null && !taken, take: () => setTaken(true) }
}

function SavedAt({ saving }: { saving: Saving }) {
  const { reviewWork } = useMessages()
  const format = useFormat()
  const words = reviewWork
  const text = saving.busy
    ? words.saving
    : saving.lost
      ? words.saveFailed
      : saving.dirty
        ? words.unsaved
        : saving.savedAt
          ? words.savedAt(format.time(new Date(saving.savedAt)))
          : ''
  return <span role="status">{text}</span>
}
