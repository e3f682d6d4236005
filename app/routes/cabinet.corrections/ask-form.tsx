import { useWriter } from '#app/routes/cabinet/writer.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'

type Typed = Record<
  'kind' | 'familyName' | 'givenName' | 'patronymic' | 'organisation' | 'post' | 'since' | 'said',
  string
>

/** What to correct and how it should read; only the fields of the chosen kind are needed. */
export function AskForm() {
  const { accounts, ownData } = useMessages()
  const words = ownData.corrections
  const { input, value, ...of } = useServerForm<Typed>()
  const kinds = (['name', 'misspelt', 'work', 'other'] as const).map((kind) => ({
    value: kind,
    label: words.kinds[kind],
    hint: words.kindHints[kind],
  }))
  return (
    <FieldForm of={of} {...useWriter()} submit={words.submit} lead={<p>{words.lead}</p>}>
      <RadioGroup
        name="kind"
        legend={words.kind}
        defaultValue={value('kind')}
        error={input('kind').error}
        options={kinds}
      />
      <Field label={accounts.fields.familyName} {...input('familyName')} />
      <Field label={accounts.fields.givenName} {...input('givenName')} />
      <Field label={accounts.fields.patronymic} {...input('patronymic')} />
      <Field label={words.organisation} {...input('organisation')} />
      <Field label={words.post} {...input('post')} />
      <Field label={words.since} type="date" {...input('since')} />
      <TextArea label={words.said} hint={words.saidHint} maxLength={3000} {...input('said')} />
    </FieldForm>
  )
}
