import { useActionData, useLoaderData } from '@remix-run/react'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { loader } from './route.tsx'

/** What the paper is, whom it names, which fields it opens, and its scan. */
export function GroundForm() {
  const { fields, acts, megabytes } = useLoaderData<typeof loader>()
  const { grounds: words, person } = useMessages().closedData
  const of = useServerForm<Record<string, string>>()
  const reply = useActionData<{ initialValue?: { fields?: string | string[] } }>()
  const chosen = reply?.initialValue
    ? [reply.initialValue.fields ?? []].flat()
    : fields.map(({ code }) => code)
  const { defaultValue = '', ...act } = of.input('act')
  const { defaultValue: _, ...file } = of.input('file')
  const { id, error } = of.input('fields')
  return (
    <FieldForm of={of} submit={words.submit} files>
      <RadioGroup
        {...act}
        legend={words.act}
        defaultValue={defaultValue}
        required
        options={[
          { value: 'consent', label: words.acts.consent, hint: words.hints.consent },
          { value: 'document', label: words.acts.document, hint: words.hints.document },
          { value: 'withdrawal', label: words.acts.withdrawal, hint: words.hints.withdrawal },
        ]}
      />
      <TextArea label={words.people} hint={words.peopleHint} rows={8} required {...of.input('people')} />
      <CheckboxGroup
        name="fields"
        legend={person.fields}
        hint={words.fieldsHint}
        options={fields}
        chosen={chosen}
        id={id}
        error={error}
      />
      <Field label={words.signedOn} hint={words.signedHint} type="date" {...of.input('signedOn')} />
      <Field
        label={words.file}
        hint={words.fileHint(megabytes)}
        type="file"
        accept=".pdf,.png,.jpg,.jpeg,.sig,.p7s"
        {...file}
      />
      <Select label={words.document} {...of.input('document')}>
        <option value="">{words.noDocument}</option>
        {acts.map(({ value, label }) => (
          <option key={value} value={value} lang="ru">
            {label}
          </option>
        ))}
      </Select>
    </FieldForm>
  )
}
