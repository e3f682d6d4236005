import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Select } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import styles from './import.module.css'
import type { ImportView } from './view.server.ts'

/** Which column was taken for what; another choice reads the rows anew. */
export function ColumnsForm({ view: { id, head, columns, revision, counts } }: { view: ImportView }) {
  const words = useMessages().imports
  const options = [
    { value: '', label: words.columnNone },
    ...head.map((title, at) => ({ value: String(at), label: title.slice(0, 80) })),
  ]
  return (
    <Disclosure summary={words.columns} open={counts.rejected === counts.all}>
      <Form method="post" action={`/desk/imports/${id}/columns`} key={revision}>
        <Stack gap={3}>
          <p>{words.columnsHint}</p>
          <div className={styles.columns}>
            {columns.map(({ field, column }) => (
              <Select
                key={field}
                name={`columns.${field}`}
                label={words.fields[field] ?? field}
                options={options}
                defaultValue={column === null ? '' : String(column)}
              />
            ))}
          </div>
          <div>
            <Button>{words.remap}</Button>
          </div>
        </Stack>
      </Form>
    </Disclosure>
  )
}
