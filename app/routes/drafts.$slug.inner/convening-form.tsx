import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'

type ConveningFormProps = { organisations: { value: string; label: string }[]; until: string | null }

/** Who discusses, until when, and who is called; for organisations that do not discuss the draft already. */
export function ConveningForm({ organisations, until }: ConveningFormProps) {
  const words = useMessages().reviewInner.convening
  const format = useFormat()
  const { input, ...of } = useServerForm<Record<'organisationId' | 'circle' | 'lastDay' | 'people', string>>()
  return (
    <FieldForm of={of} submit={words.submit}>
      <Select label={words.organisation} required options={organisations} {...input('organisationId')} />
      <Field label={words.circle} hint={words.circleHint} required {...input('circle')} />
      <Field
        type="date"
        label={words.lastDay}
        hint={until && words.lastDayHint(format.day(until))}
        max={until ?? undefined}
        required
        {...input('lastDay')}
      />
      <TextArea label={words.people} hint={words.peopleHint} rows={5} required {...input('people')} />
    </FieldForm>
  )
}
