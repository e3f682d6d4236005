import type { OrganisationValue } from '#app/domain/organisations/forms.ts'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'

export interface CardChoices {
  types: { value: string; label: string }[]
  tiers: { value: string; label: string }[]
  municipalities: { value: string; label: string }[]
  /** may keep what belongs to no municipality */
  region: boolean
}
type Typed = Partial<Record<keyof OrganisationValue, string>>

/** The fields of a card; `seen` is the revision that is being changed. */
export function CardForm({ choices, value, seen }: { choices: CardChoices; value?: Typed; seen?: number }) {
  const words = useMessages().organisationCard
  const { input, ...of } = useServerForm<Record<keyof OrganisationValue, string>>(value)
  const { region } = choices
  const places = region
    ? [{ value: '', label: words.region }, ...choices.municipalities]
    : choices.municipalities
  return (
    <FieldForm of={of} submit={words.save}>
      {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
      <TextArea {...input('name')} label={words.name} hint={words.nameHint} rows={3} required />
      <Field {...input('shortName')} label={words.shortName} required />
      <Select {...input('type')} label={words.type} options={choices.types} required />
      <Select {...input('tier')} label={words.tier} options={choices.tiers} required />
      <Select {...input('municipality')} label={words.municipality} options={places} />
      <Field {...input('inn')} label={words.inn} hint={words.innHint} inputMode="numeric" width="short" />
      <Field {...input('parent')} label={words.parent} hint={words.parentHint} />
      <TextArea {...input('aliases')} label={words.aliases} hint={words.aliasesHint} rows={4} />
      <Field {...input('address')} label={words.address} hint={words.addressHint} autoComplete="off" />
      <Field {...input('phone')} label={words.phone} type="tel" width="short" autoComplete="off" />
      <Field {...input('email')} label={words.email} type="email" autoComplete="off" />
      <Field {...input('site')} label={words.site} inputMode="url" autoComplete="off" />
      <Field {...input('firstDay')} label={words.firstDay} type="date" />
      <Field
        {...input('ground')}
        label={words.ground}
        hint={words.groundHint}
        required={seen !== undefined}
      />
    </FieldForm>
  )
}
