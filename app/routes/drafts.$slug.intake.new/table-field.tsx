import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'
import type { Answered } from './intake.server.ts'

type TableFieldProps = { table: Answered['table']; upload: string | undefined; error: string[] }

/** A table with the remarks; what was read from it stands below as if it had been typed. */
export function TableField({ table, upload, error }: TableFieldProps) {
  const words = useMessages().reviewIntake.form
  return (
    <Stack gap={2}>
      {upload && <input type="hidden" name="tableUpload" value={upload} />}
      {table && (
        <Notice title={table.read === null ? undefined : words.tableRead(table.read)}>
          {words.kept(table.name)}
          {table.skipped > 0 && `. ${words.skipped(table.skipped)}.`}
        </Notice>
      )}
      <Field
        type="file"
        name="table"
        accept=".docx,.xlsx"
        label={words.table}
        hint={words.tableHint}
        error={error}
      />
    </Stack>
  )
}
