import { RadioGroup } from '#app/ui/choice.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import type { useServerForm } from '#app/ui/server-form.ts'

/** What a new list and a changed one both say of themselves. */
export function HeadFields({ of }: { of: ReturnType<typeof useServerForm<Record<string, string>>> }) {
  const words = useMessages().candidates.form
  const { defaultValue = 'approves', ...effect } = of.input('effect')
  return (
    <>
      <Field label={words.name} hint={words.nameHint} required {...of.input('title')} />
      <RadioGroup
        {...effect}
        legend={words.effect}
        defaultValue={defaultValue}
        required
        options={[
          { value: 'approves', label: words.effects.approves },
          { value: 'extends', label: words.effects.extends },
        ]}
      />
      <div>
        <Row>
          <Field label={words.firstDay} type="date" {...of.input('firstDay')} />
          <Field label={words.lastDay} type="date" {...of.input('lastDay')} />
        </Row>
        <small>{words.termHint}</small>
      </div>
      <TextArea label={words.basis} hint={words.basisHint} rows={3} {...of.input('basis')} />
    </>
  )
}
