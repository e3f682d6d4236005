import { Checkbox } from '#app/ui/choice.tsx'
import { Select } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './import.module.css'
import type { ShownRow } from './view.server.ts'

/** Who the row is, and in which fields the list is right. A rejected row has nothing to decide. */
export function Decision({ row, index }: { row: ShownRow; index: number }) {
  const words = useMessages().imports
  const { at, verdict, choice, take, matches, differs, mayAdd } = row
  if (verdict === 'rejected') return null
  const name = (field: string) => `rows[${index}].${field}`
  const options = {
    new: [
      { value: '', label: words.choices.same },
      { value: 'skip', label: words.choices.skip },
    ],
    same: [
      { value: '', label: words.choices.same },
      { value: 'skip', label: words.choices.skip },
    ],
    probable: [
      { value: '', label: words.choices.undecided },
      ...matches.map((match) => ({ value: match.id, label: words.isMatch(match.name) })),
      ...(mayAdd ? [{ value: 'new', label: words.choices.new }] : []),
      { value: 'skip', label: words.choices.skip },
    ],
  }[verdict]
  return (
    <>
      <input type="hidden" name={name('at')} value={at} />
      <Select
        name={name('choice')}
        label={`${words.decision}, ${words.line} ${at}`}
        hideLabel
        options={options}
        defaultValue={choice ?? ''}
      />
      {differs.length > 0 && (
        <fieldset className={styles.takes}>
          <legend>{words.take}</legend>
          {differs.map((field, order) => (
            <Checkbox
              key={field}
              id={`take-${at}-${field}`}
              name={name(`take[${order}]`)}
              value={field}
              label={words.takes[field] ?? field}
              defaultChecked={take.includes(field)}
            />
          ))}
        </fieldset>
      )}
    </>
  )
}
