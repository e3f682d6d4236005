import { Field, Select } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { Table } from '#app/ui/table.tsx'

interface Row {
  id: string
  index: number
  number: number
  name: string
  post: string
  work: string
  verdict: 'right' | 'changed' | 'left' | null
}

/** A line a person: where and as whom, whether it is right, and what has changed. */
export function CheckTable({ rows }: { rows: readonly Row[] }) {
  const { staff, experts } = useMessages()
  const words = staff.check
  const options = (['right', 'changed', 'left'] as const).map((value) => ({
    value,
    label: words.verdicts[value],
  }))
  return (
    <Table
      caption={words.title}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          label: staff.columns.person,
          head: true,
          cell: ({ name, number }: Row) => <PersonName name={name} note={experts.number(number)} />,
        },
        { label: words.work, cell: ({ post, work }: Row) => <span lang="ru">{`${post}, ${work}`}</span> },
        {
          label: words.verdict,
          cell: ({ id, index, number, name, verdict }: Row) => (
            <>
              <input type="hidden" name={`rows[${index}].person`} value={number} />
              <Select
                key={id}
                name={`rows[${index}].verdict`}
                label={`${words.verdict}: ${name}`}
                hideLabel
                defaultValue={verdict ?? ''}
              >
                <option value="">{words.unsaid}</option>
                {options.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Select>
            </>
          ),
        },
        {
          label: words.note,
          cell: ({ index, name }: Row) => (
            <Field name={`rows[${index}].note`} label={`${words.note}: ${name}`} hideLabel maxLength={500} />
          ),
        },
      ]}
    />
  )
}
