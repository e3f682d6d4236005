import { wayOf } from '#app/domain/reviews/remarks/wording.ts'
import { remarkKindCodes } from '#app/routes/drafts.$slug/views.ts'
import { WayFields } from '#app/routes/drafts.$slug/way-fields.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { AnswerView } from './route.tsx'

type Fields = Record<
  'choice' | 'kind' | 'body' | 'way' | 'replacement' | 'grounds' | 'sources' | 'words',
  string
>

/** The record as it stands, to be corrected or kept, and the words for the author. */
export function AnswerForm({ view }: { view: AnswerView }) {
  const { ui, reviews, reviewIntake } = useMessages()
  const words = reviewIntake.objection.answering
  const { kind, body, replacement, grounds, sources } = view.remark
  const { input, ...of } = useServerForm<Fields>({
    ...{ kind, body, grounds, sources, way: wayOf(replacement) },
    replacement: replacement ?? '',
  })
  return (
    <FieldForm of={of} submit={words.submit} beside={<LinkButton href={view.back}>{ui.cancel}</LinkButton>}>
      <RadioGroup
        legend={words.choice}
        required
        options={[
          { value: 'correct', label: words.correct },
          { value: 'keep', label: words.keep },
        ]}
        {...input('choice')}
      />
      <Select
        label={words.kind}
        options={remarkKindCodes.map((value) => ({ value, label: reviews.kinds[value] }))}
        {...input('kind')}
      />
      <TextArea label={words.body} rows={5} {...input('body')} />
      {!view.remark.general && (
        <WayFields way={input('way')} replacement={{ rows: 2, ...input('replacement') }} />
      )}
      <TextArea label={words.grounds} rows={2} {...input('grounds')} />
      <TextArea label={words.sources} rows={2} {...input('sources')} />
      <TextArea label={words.words} hint={words.wordsHint} rows={3} required {...input('words')} />
    </FieldForm>
  )
}
