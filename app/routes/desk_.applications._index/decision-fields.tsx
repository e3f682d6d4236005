import { Checkbox, Fieldset, RadioGroup } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import type { useServerForm } from '#app/ui/server-form.ts'

type DecisionFieldsProps = {
  of: ReturnType<typeof useServerForm<{ decision: string; words: string; grounds: string }>>
  grounds: readonly { value: string; label: string }[]
}

/** Admitted, or refused with its grounds, and the words for the person. */
export function DecisionFields({ of: { input }, grounds }: DecisionFieldsProps) {
  const words = useMessages().applications.desk
  const { defaultValue: _, ...of } = input('grounds')
  return (
    <>
      <RadioGroup
        {...input('decision')}
        legend={words.decision}
        required
        options={[
          { value: 'admitted', label: words.admit },
          { value: 'refused', label: words.refuse },
        ]}
      />
      <Fieldset id={of.id} legend={words.grounds} error={of.error}>
        {grounds.map(({ value, label }) => (
          <Checkbox key={value} name="grounds" value={value} label={label} />
        ))}
      </Fieldset>
      <TextArea label={words.words} hint={words.wordsHint} rows={3} maxLength={2000} {...input('words')} />
    </>
  )
}
