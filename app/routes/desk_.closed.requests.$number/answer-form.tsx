import { useLoaderData } from '@remix-run/react'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { loader } from './route.tsx'

/** Grants until a day, or refuses; the ground is told in both cases. */
export function AnswerForm() {
  const { days } = useLoaderData<typeof loader>()
  const { request: words } = useMessages().closedData
  const of = useServerForm<Record<string, string>>()
  const { defaultValue = '', ...decision } = of.input('decision')
  return (
    <FieldForm of={of} submit={words.submit}>
      <RadioGroup
        {...decision}
        legend={words.decision}
        defaultValue={defaultValue}
        required
        options={[
          { value: 'granted', label: words.grant },
          { value: 'refused', label: words.refuse },
        ]}
      />
      <Field label={words.untilLabel} hint={words.untilHint(days)} type="date" {...of.input('until')} />
      <TextArea label={words.words} rows={3} required maxLength={1000} {...of.input('answer')} />
    </FieldForm>
  )
}
