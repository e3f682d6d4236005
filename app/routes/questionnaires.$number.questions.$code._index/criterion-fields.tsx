import type { Question } from '#app/domain/questionnaires/forms.ts'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import type { useServerForm } from '#app/ui/server-form.ts'

type Fields = ReturnType<typeof useServerForm<Record<string, string>>>

/** Of an expert sheet: weight, when a reason is obligatory, evidence in the text, «not applicable». */
export function CriterionFields({ type, fields }: { type: Question['type']; fields: Fields }) {
  const words = useMessages().questionnaires.sheet
  const { input, check, value } = fields
  if (type !== 'scale' && type !== 'one') return null
  const scale = type === 'scale'
  const { defaultValue: _, ...reasoned } = input('reasoned')
  const number = { inputMode: 'numeric', width: 'short' } as const
  return (
    <>
      {scale && <Field label={words.weight} hint={words.weightHint} {...number} {...input('weight')} />}
      <RadioGroup
        {...reasoned}
        legend={words.reasoned}
        options={[
          { value: 'none', label: words.reasons.none },
          { value: 'always', label: words.reasons.always },
          ...(scale ? [{ value: 'below', label: words.reasons.below }] : []),
        ]}
        defaultValue={value('reasoned')}
      />
      {scale && <Field label={words.below} hint={words.belowHint} {...number} {...input('reasonBelow')} />}
      <Checkbox label={words.evidence} hint={words.evidenceHint} {...check('evidence')} />
      <Checkbox label={words.notApplicable} {...check('notApplicable')} />
    </>
  )
}
