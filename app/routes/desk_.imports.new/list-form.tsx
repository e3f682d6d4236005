import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'

export interface ListChoices {
  kind: 'organisations' | 'people'
  places: readonly { value: string; label: string }[]
  megabytes: number
  rows: number
}

/** What the list has, whose it is, and the list itself. */
export function ListForm({ choices }: { choices: ListChoices }) {
  const { fresh: words } = useMessages().imports
  const { input, ...of } = useServerForm<Record<'municipality' | 'file' | 'pasted', string>>({
    municipality: choices.places.length === 1 ? choices.places[0]?.value : undefined,
  })
  const { defaultValue: _, ...file } = input('file')
  return (
    <FieldForm of={of} submit={words.submit} files>
      <input type="hidden" name="kind" value={choices.kind} />
      <Select {...input('municipality')} label={words.municipality} required>
        <option value="">{words.choose}</option>
        {choices.places.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Field
        {...file}
        type="file"
        accept=".xlsx,.docx,.csv,.tsv,.txt"
        label={words.file}
        hint={words.fileHint(choices.megabytes, choices.rows)}
      />
      <TextArea {...input('pasted')} label={words.pasted} hint={words.pastedHint} rows={5} />
    </FieldForm>
  )
}
