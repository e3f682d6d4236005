import { Fieldset } from '#app/ui/choice.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './paper.module.css'
import type { ShownField } from './shown-fields.server.ts'

type Props = {
  field: Omit<ShownField, 'value'> & { value: unknown }
  id: string
  error: string[] | undefined
}

/** Rows that repeat in the paper: those there are, and three empty ones for more. */
export function RowFields({ field, id, error }: Props) {
  const words = useMessages().papers.paper
  const rows: unknown[] = Array.isArray(field.value) ? field.value : []
  const shown = [...rows, {}, {}, {}]
  // Numbers are given by the platform when the rows have none.
  const columns = field.columns.filter(({ name }) => name !== 'number')
  return (
    <Fieldset legend={field.title} hint={words.rowsHint} id={id} error={error} className={styles.whole}>
      <div className={styles.rows}>
        {shown.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place
          <div className={styles.row} key={at}>
            <span className={styles.number}>{at + 1}</span>
            {columns.map((column) => (
              <input
                key={column.name}
                name={`fields.${field.name}[${at}].${column.name}`}
                aria-label={words.row(at + 1, column.title)}
                placeholder={column.title}
                defaultValue={cellOf(row, column.name)}
              />
            ))}
          </div>
        ))}
      </div>
    </Fieldset>
  )
}

function cellOf(row: unknown, name: string): string {
  const cell: unknown = row !== null && typeof row === 'object' ? Reflect.get(row, name) : ''
  return typeof cell === 'string' ? cell : ''
}
