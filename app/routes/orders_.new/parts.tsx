import { RadioGroup } from '#app/ui/choice.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import styles from './entry.module.css'

/** A list as it was sent; without JavaScript it is all that is left of what was typed. */
export type TypedPart = Partial<Record<'direction' | 'act' | 'firstDay' | 'lastDay' | 'people', string>>

type Props = {
  typed: readonly (TypedPart | undefined)[]
  /** sentences by the name of the field */
  errors: Record<string, string[]>
  directions: readonly { value: string; label: string }[]
}

/** The lists that are filled in, and one more that is folded: so another can be added without JavaScript too. */
export function Parts(props: Props) {
  const { entry } = useMessages().experts
  const used = props.typed.findLastIndex((part) => part?.direction || part?.people) + 1
  const count = Math.max(used, 1)
  const numbers = [...Array(count).keys()]
  return (
    <>
      {numbers.map((at) => (
        <PartFields key={at} at={at} {...props} />
      ))}
      <Disclosure key={count} summary={entry.anotherPart}>
        <PartFields at={count} {...props} />
      </Disclosure>
    </>
  )
}

function PartFields({ at, typed, errors, directions }: Props & { at: number }) {
  const { entry, orders } = useMessages().experts
  const control = (field: keyof TypedPart) => {
    const name = `parts[${at}].${field}`
    return { id: `order-${name}`, name, defaultValue: typed[at]?.[field], error: errors[name] }
  }
  const act = control('act')
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
          {...act}
          legend={entry.act}
          inline
          options={[
            { value: 'begin', label: entry.acts.begin },
            { value: 'end', label: entry.acts.end },
            { value: 'suspend', label: entry.acts.suspend },
            { value: 'resume', label: entry.acts.resume },
            { value: 'amend', label: entry.acts.amend },
          ]}
          defaultValue={act.defaultValue ?? 'begin'}
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
