import { type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { LossView } from '#app/routes/drafts.$slug/losses.tsx'
import { SourceField, type Way } from '#app/routes/drafts.$slug/source-field.tsx'
import type { Typed } from '#app/routes/drafts.$slug/turning.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import type { EditedVersion } from './edit.server.ts'
import { type KeptText, keptText } from './kept-text.ts'
import { LossAgreement } from './loss-agreement.tsx'
import { SavedAt, SavingTold } from './saving-told.tsx'
import { useAutosave } from './use-autosave.ts'

type TextFormProps = {
  slug: string
  version: EditedVersion
  owner: string
  lang: string
  lastResult?: SubmissionResult<string[]>
  /** the button was pressed over a text that would lose this */
  asked: { losses: LossView[]; typed: Typed } | null
}
type Fields = Record<'way' | 'source' | 'base' | 'edition', string>

/** The text of a version; with scripts it saves itself, and a refusal never takes the text away. */
export function TextForm({ slug, version, owner, lang, lastResult, asked }: TextFormProps) {
  const { reviewWork } = useMessages()
  const words = reviewWork
  const [form, fields] = useForm<Fields>({
    lastResult,
    defaultValue: asked?.typed ?? { way: 'rich', source: version.source },
  })
  const element = useRef<HTMLFormElement>(null)
  const action = `/drafts/${encodeURIComponent(slug)}/saving`
  const about = { action, versionId: version.id, owner, first: version.edition, told: asked?.losses }
  const saving = useAutosave(element, about)
  const { text, waiting, take } = useKeptText(version, owner, saving.noticed)
  const errors = Object.values(form.allErrors).flat()
  return (
    <Form method="post" ref={element}>
      <Stack gap={3}>
        <FormErrors errors={errors.map((text) => ({ text }))} />
        <SavingTold saving={saving} back={`/drafts/${slug}/edit`} />
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
        <input type="hidden" name="writer" value={owner} />
        <SourceField
          key={text ? 'kept' : 'saved'}
          ways={['rich', 'markdown']}
          way={(text?.way as Way | undefined) ?? (fields.way.initialValue as Way | undefined) ?? 'rich'}
          source={text?.source ?? fields.source.initialValue ?? version.source}
          base={text?.base ?? fields.base.initialValue}
          markdown={version.markdown}
          lang={lang}
          pictures={{ read: `/drafts/${slug}/images/`, send: `/drafts/${slug}/pictures` }}
          error={fields.source.errors}
          onChange={saving.noticed}
        />
        <LossAgreement losses={saving.losses} onAgree={saving.noticed} />
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
export function useKeptText(
  version: Pick<EditedVersion, 'id' | 'edition' | 'source' | 'markdown'>,
  owner: string,
  noticed: () => void,
) {
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
