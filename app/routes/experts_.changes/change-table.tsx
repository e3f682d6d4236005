import type { Change } from '#app/domain/experts/changes.server.ts'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Table } from '#app/ui/table.tsx'

/** A row a direction or a municipality: how many on both days, how many came and left. */
export function ChangeTable({ name, rows }: { name: string; rows: readonly Change[] }) {
  const { changes: words } = useMessages().experts
  const format = useFormat()
  return (
    <Table
      caption={name}
      hideCaption
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        { label: name, head: true, cell: ({ title }) => title },
        { label: words.before, number: true, cell: ({ before }) => format.number(before) },
        { label: words.after, number: true, cell: ({ after }) => format.number(after) },
        { label: words.added, number: true, cell: ({ added }) => format.number(added) },
        { label: words.left, number: true, cell: ({ left }) => format.number(left) },
      ]}
    />
  )
}
