import { RadioGroup } from '#app/ui/choice.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { DecisionView } from './decision.server.ts'

/** Accept, plan or return: one choice, the month and the words that it needs. */
export function DecisionForm({ decision }: { decision: DecisionView }) {
  const { desk: words, plan } = useMessages().reviewCourse
  const server = useServerForm<Record<'kind' | 'month' | 'reason', string>>({ month: decision.month })
  const { defaultValue: _kind, ...kind } = server.input('kind')
  return (
    <FieldForm of={server} submit={words.submit}>
      <RadioGroup
        {...kind}
        legend={words.decision}
        required
        options={decision.kinds.map((value) => ({
          value,
          label: words.decisions[value],
          hint: words.hints[value],
        }))}
        defaultValue={server.value('kind')}
      />
      <Select
        {...server.input('month')}
        label={words.month}
        hint={words.monthHint}
        options={decision.months.map((value) => ({
          value,
          label: `${plan.months[Number(value.slice(5)) - 1]} ${value.slice(0, 4)}`,
        }))}
      />
      <TextArea {...server.input('reason')} label={words.reason} hint={words.reasonHint} rows={4} />
    </FieldForm>
  )
}
