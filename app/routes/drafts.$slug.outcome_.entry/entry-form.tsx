import { LinkButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { EntryView } from './route.tsx'

type Fields = Record<'kind' | 'act' | 'number' | 'day' | 'link' | 'reason' | 'correction' | 'file', string>

/** The outcome as it is entered; a correction begins with what it corrects. */
export function EntryForm({ view }: { view: EntryView }) {
  const { ui, reviewEnding } = useMessages()
  const words = reviewEnding.form
  const { before } = view
  const begun = before
    ? {
        kind: before.kind,
        act: before.act,
        number: before.number,
        day: before.day,
        link: before.link,
        reason: before.reason,
      }
    : {}
  const { input, ...of } = useServerForm<Fields>(begun)
  const { defaultValue: _, ...file } = input('file')
  return (
    <FieldForm
      of={of}
      submit={words.submit}
      files
      beside={<LinkButton href={view.back}>{ui.cancel}</LinkButton>}
    >
      <RadioGroup
        {...input('kind')}
        legend={words.kind}
        required
        options={(['approved', 'revision', 'rejected'] as const).map((value) => ({
          value,
          label: reviewEnding.kinds[value],
        }))}
      />
      <Field {...input('act')} label={words.act} hint={words.actHint} />
      <Field {...input('number')} label={words.number} width="short" />
      <Field {...input('day')} type="date" label={words.day} required />
      <Field {...input('link')} type="url" label={words.link} hint={words.linkHint} />
      <TextArea {...input('reason')} label={words.reason} hint={words.reasonHint} rows={3} />
      <Field {...file} type="file" accept=".docx,.md,.txt" label={words.file} hint={words.fileHint} />
      {before && <TextArea {...input('correction')} label={words.correction} rows={2} required />}
    </FieldForm>
  )
}
