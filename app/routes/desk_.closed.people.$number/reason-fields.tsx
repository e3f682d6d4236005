import { CheckboxGroup } from '#app/ui/choice.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import type { useServerForm } from '#app/ui/server-form.ts'

type ReasonFieldsProps = {
  of: ReturnType<typeof useServerForm<Record<string, string>>>
  fields: readonly { code: string; title: string }[]
  reasons: readonly { value: string; label: string }[]
  /** ticked before */
  chosen: readonly string[]
}

/** The fields asked, the purpose and the reason: the same for a look and for a request. */
export function ReasonFields({ of, fields, reasons, chosen }: ReasonFieldsProps) {
  const words = useMessages().closedData.person
  const { id, error } = of.input('fields')
  return (
    <>
      <CheckboxGroup
        name="fields"
        legend={words.fields}
        options={fields}
        chosen={chosen}
        id={id}
        error={error}
        required
      />
      <Select label={words.reasonCode} required {...of.input('reasonCode')}>
        <option value="">{words.choose}</option>
        {reasons.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        rows={3}
        required
        maxLength={1000}
        {...of.input('reason')}
      />
    </>
  )
}
