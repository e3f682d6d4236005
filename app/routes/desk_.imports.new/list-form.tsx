import { RadioGroup } from '#app/ui/choice.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { Tabs } from '#app/ui/tabs.tsx'

type Kind = 'organisations' | 'people' | 'results'
type Option = { value: string; label: string }
export interface ListChoices {
  kind: Kind
  order: string
  places: readonly Option[]
  directions: readonly Option[]
  kinds: readonly Kind[]
  megabytes: number
  rows: number
}
type Fields = Record<
  | ('municipality' | 'file' | 'pasted' | 'order' | 'direction' | 'firstDay' | 'lastDay')
  | ('campaign' | 'maximum' | 'part'),
  string
>

/** What the list has, whose it is or to which order it belongs, and the list itself. */
export function ListForm({ choices }: { choices: ListChoices }) {
  const { imports } = useMessages()
  const { fresh: words } = imports
  const { kind, places, order, kinds } = choices
  const { input, ...of } = useServerForm<Fields>({
    ...{ order, maximum: '100' },
    ...(places.length === 1 ? { municipality: places[0]?.value } : {}),
  })
  const { defaultValue: _, ...file } = input('file')
  const tabs = kinds.map((one) => ({
    href: `/desk/imports/new?kind=${one}`,
    label: imports.kinds[one],
    current: one === kind,
  }))
  return (
    <FieldForm
      of={of}
      submit={words.submit}
      files
      lead={tabs.length > 1 && <Tabs tabs={tabs} label={words.kind} />}
    >
      <input type="hidden" name="kind" value={kind} />
      {kind === 'results' && <ResultFields choices={choices} input={input} />}
      {kind === 'organisations' && (
        <Chosen {...input('municipality')} label={words.municipality} options={places} required />
      )}
      {kind === 'people' && (
        <>
          <Field {...input('order')} label={words.order} hint={words.orderHint} />
          <Chosen
            {...input('direction')}
            label={words.direction}
            hint={words.directionHint}
            options={choices.directions}
          />
          <Field {...input('firstDay')} label={words.firstDay} hint={words.termHint} type="date" />
          <Field {...input('lastDay')} label={words.lastDay} type="date" />
        </>
      )}
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

type ResultFieldsProps = {
  choices: ListChoices
  input: ReturnType<typeof useServerForm<Fields>>['input']
}

/** The campaign: its name, direction and day, the most points, and which part makes the result. */
function ResultFields({ choices, input }: ResultFieldsProps) {
  const { results: words } = useMessages().imports
  const { defaultValue = 'professional', ...part } = input('part')
  return (
    <>
      <Field {...input('campaign')} label={words.campaign} hint={words.campaignHint} required />
      <Chosen {...input('direction')} label={words.direction} options={choices.directions} required />
      <Field {...input('firstDay')} label={words.day} hint={words.dayHint} type="date" />
      <Field {...input('maximum')} label={words.maximum} inputMode="numeric" width="short" required />
      <RadioGroup
        {...part}
        legend={words.part}
        hint={words.partHint}
        defaultValue={defaultValue}
        options={[
          { value: 'professional', label: words.professional },
          { value: 'motivation', label: words.motivation },
        ]}
      />
    </>
  )
}

type ChosenProps = Parameters<typeof Select>[0] & { options: readonly Option[] }

/** A choice that nobody has made yet. */
function Chosen({ options, ...select }: ChosenProps) {
  const { fresh } = useMessages().imports
  return (
    <Select {...select}>
      <option value="">{fresh.choose}</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  )
}
