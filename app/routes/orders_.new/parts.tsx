import { RadioGroup } from '#app/ui/choice.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { controlOf } from './control.ts'
import styles from './entry.module.css'
import type { EntryFields } from './entry-form.tsx'

type Props = { fields: EntryFields; directions: readonly { value: string; label: string }[] }
type Part = ReturnType<ReturnType<EntryFields['parts']['getFieldList']>[number]['getFieldset']>

/** The lists that are filled in, and one more that is folded: so another can be added without JavaScript too. */
export function Parts({ fields, directions }: Props) {
  const { entry } = useMessages().experts
  const filled = fields.parts.getFieldList().map((part) => part.getFieldset())
  const used =
    filled.findLastIndex(({ direction, people }) => direction.initialValue || people.initialValue) + 1
  const count = Math.max(used, 1)
  const numbers = [...Array(count).keys()]
  return (
    <>
      {numbers.map((at) => (
        <PartFields key={at} at={at} part={filled[at]} directions={directions} />
      ))}
      <Disclosure key={count} summary={entry.anotherPart}>
        <PartFields at={count} directions={directions} />
      </Disclosure>
    </>
  )
}

type PartProps = { at: number; part?: Part; directions: Props['directions'] }

function PartFields({ at, part, directions }: PartProps) {
  const { entry, orders } = useMessages().experts
  // A list that was never sent has no fields of conform yet; its names are the same.
  const control = (name: keyof Part & string) => {
    const field = `parts[${at}].${name}`
    return part ? controlOf(part[name as 'people']) : { id: `order-${field}`, name: field }
  }
  const act = part?.act
  return (
    <fieldset className={styles.part}>
      <legend>{entry.part(at + 1)}</legend>
      <Stack gap={3}>
        <Select label={orders.direction} required={at === 0} {...control('direction')}>
          <option value="">{entry.choose}</option>
          {directions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        <RadioGroup
          name={`parts[${at}].act`}
          id={`order-parts[${at}].act`}
          legend={entry.act}
          inline
          options={[
            { value: 'begin', label: entry.acts.begin },
            { value: 'end', label: entry.acts.end },
          ]}
          defaultValue={act?.initialValue ?? 'begin'}
          error={act?.errors}
        />
        <div className={styles.pair}>
          <Field label={entry.firstDay} type="date" {...control('firstDay')} />
          <Field label={entry.lastDay} type="date" {...control('lastDay')} />
        </div>
        <p className={styles.hint}>{entry.lastDayHint}</p>
        <TextArea
          label={entry.people}
          hint={entry.peopleHint}
          rows={6}
          required={at === 0}
          {...control('people')}
        />
      </Stack>
    </fieldset>
  )
}
