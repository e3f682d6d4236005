import { RadioGroup } from '#app/ui/choice.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'

type Request = { kind: string; wanted: Record<string, string>; since: string | null }
type Name = 'familyName' | 'givenName' | 'patronymic' | 'organisation' | 'post'

/** Accepting writes what stands in the fields: the keeper may put the organisation as the directory calls it. */
export function DecideForm({ request: { kind, wanted, since } }: { request: Request }) {
  const { accounts, ownData } = useMessages()
  const words = ownData.corrections
  const { input, value, ...of } = useServerForm<Record<Name | 'decision' | 'since' | 'reason', string>>({
    ...wanted,
    since: since ?? '',
  })
  const named = kind === 'name' || kind === 'misspelt'
  return (
    <FieldForm of={of} submit={words.decide}>
      <RadioGroup
        name="decision"
        legend={words.decision}
        defaultValue={value('decision')}
        error={input('decision').error}
        options={[
          { value: 'accept', label: words.accept, hint: words.acceptHint },
          { value: 'refuse', label: words.refuse },
        ]}
      />
      {named && (
        <>
          <Field label={accounts.fields.familyName} {...input('familyName')} />
          <Field label={accounts.fields.givenName} {...input('givenName')} />
          <Field label={accounts.fields.patronymic} {...input('patronymic')} />
        </>
      )}
      {kind === 'work' && (
        <>
          <Field label={words.organisation} {...input('organisation')} />
          <Field label={words.post} {...input('post')} />
        </>
      )}
      {(kind === 'name' || kind === 'work') && <Field label={words.since} type="date" {...input('since')} />}
      <TextArea label={words.reason} hint={words.reasonHint} maxLength={3000} {...input('reason')} />
    </FieldForm>
  )
}
