import { type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useRef } from 'react'
import type { LossView } from '#app/routes/drafts.$slug/losses.tsx'
import { SourceField, type Way } from '#app/routes/drafts.$slug/source-field.tsx'
import type { Typed } from '#app/routes/drafts.$slug/turning.ts'
import { LossAgreement } from '#app/routes/drafts.$slug.edit/loss-agreement.tsx'
import { SavedAt, SavingTold } from '#app/routes/drafts.$slug.edit/saving-told.tsx'
import { useKeptText } from '#app/routes/drafts.$slug.edit/text-form.tsx'
import { useAutosave } from '#app/routes/drafts.$slug.edit/use-autosave.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import type { SectionView } from './section.server.ts'

type SectionFormProps = {
  view: SectionView
  lastResult?: SubmissionResult<string[]>
  /** the button was pressed over a text that would lose this */
  asked: { losses: LossView[]; typed: Typed } | null
}
type Fields = Record<'way' | 'source' | 'base' | 'edition', string>

/** The text of one part; with scripts it saves itself, and a refusal never takes the text away. */
export function SectionForm({ view: { number, code, part, owner }, lastResult, asked }: SectionFormProps) {
  const { reviewWork: words, practices } = useMessages()
  const own = practices.writing.sections
  const [form, fields] = useForm<Fields>({
    lastResult,
    defaultValue: asked?.typed ?? { way: 'rich', source: part.source },
  })
  const element = useRef<HTMLFormElement>(null)
  const here = `/practices/${number}/sections/${code}`
  const about = { action: `${here}/saving`, versionId: part.id, owner, first: part.edition }
  const saving = useAutosave(element, { ...about, told: asked?.losses })
  const { text, waiting, take } = useKeptText(part, owner, saving.noticed)
  return (
    <Form method="post" ref={element}>
      <Stack gap={3}>
        <FormErrors
          errors={Object.values(form.allErrors)
            .flat()
            .map((text) => ({ text }))}
        />
        <SavingTold saving={saving} back={here} />
        {text && <Notice>{words.textBack}</Notice>}
        {waiting && (
          <Notice kind="warn">
            {words.textWaits}{' '}
            <Button type="button" small onClick={take}>
              {words.textTake}
            </Button>
          </Notice>
        )}
        <input type="hidden" name="edition" value={saving.edition} />
        <input type="hidden" name="writer" value={owner} />
        <SourceField
          key={text ? 'kept' : 'saved'}
          ways={['rich', 'markdown']}
          way={(text?.way as Way | undefined) ?? (fields.way.initialValue as Way | undefined) ?? 'rich'}
          source={text?.source ?? fields.source.initialValue ?? part.source}
          base={text?.base ?? fields.base.initialValue}
          markdown={part.markdown}
          lang="ru"
          error={fields.source.errors}
          onChange={saving.noticed}
        />
        <LossAgreement losses={saving.losses} onAgree={saving.noticed} />
        <Row>
          <Button look="main">{own.save}</Button>
          <Anchor href={`/practices/${number}/edit`}>{own.back}</Anchor>
          <SavedAt saving={saving} />
        </Row>
      </Stack>
    </Form>
  )
}
