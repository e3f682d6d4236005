import { Fieldset } from '#app/ui/choice.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import type { useServerForm } from '#app/ui/server-form.ts'

type Option = { value: string; label: string }
export type ContestValues = Record<
  | ('organisationId' | 'title' | 'about' | 'basis' | 'tier' | 'opensAt' | 'closesAt' | 'mendDays')
  | ('judgedUntil' | 'appealUntil' | 'questionnaire' | 'perWork' | 'reserve' | 'load' | 'answerDays')
  | ('maxPerOrganisation' | 'maxPerMunicipality' | 'reason' | 'edition'),
  string
>
type ContestFieldsProps = {
  input: ReturnType<typeof useServerForm<ContestValues>>['input']
  tiers: readonly Option[]
  forms: readonly Option[]
}

/** What a contest says of itself, its terms, and who judges how much. */
export function ContestFields({ input, tiers, forms }: ContestFieldsProps) {
  const words = useMessages().contests.form
  return (
    <>
      <Field label={words.name} maxLength={300} required {...input('title')} />
      <TextArea
        label={words.about}
        hint={words.aboutHint}
        rows={6}
        maxLength={8000}
        required
        {...input('about')}
      />
      <Field label={words.basis} hint={words.basisHint} maxLength={500} required {...input('basis')} />
      <Fieldset legend={words.terms} hint={words.termsHint} id="terms">
        <Row>
          <Field label={words.opensAt} type="datetime-local" required {...input('opensAt')} />
          <Field label={words.closesAt} type="datetime-local" required {...input('closesAt')} />
        </Row>
        <Row>
          <Field label={words.judgedUntil} type="date" required {...input('judgedUntil')} />
          <Field label={words.appealUntil} type="date" required {...input('appealUntil')} />
        </Row>
        <Field
          label={words.mendDays}
          hint={words.mendHint}
          type="number"
          min={1}
          max={30}
          width="short"
          required
          {...input('mendDays')}
        />
      </Fieldset>
      <Experts {...{ input, tiers, forms }} />
    </>
  )
}

function Experts({ input, tiers, forms }: ContestFieldsProps) {
  const words = useMessages().contests.form
  const count = (name: keyof ContestValues, label: string, min: number, max: number, required = true) => (
    <Field
      label={label}
      type="number"
      min={min}
      max={max}
      width="short"
      required={required}
      {...input(name)}
    />
  )
  return (
    <Fieldset legend={words.experts} hint={words.quotaHint} id="experts">
      <Select label={words.tier} options={tiers} required {...input('tier')} />
      <Select label={words.questionnaire} options={forms} required {...input('questionnaire')} />
      <Row>
        {count('perWork', words.perWork, 1, 15)}
        {count('reserve', words.reserve, 0, 10)}
        {count('load', words.load, 1, 200)}
      </Row>
      <Row>
        {count('maxPerOrganisation', words.maxPerOrganisation, 1, 99, false)}
        {count('maxPerMunicipality', words.maxPerMunicipality, 1, 99, false)}
        {count('answerDays', words.answerDays, 1, 30)}
      </Row>
    </Fieldset>
  )
}
