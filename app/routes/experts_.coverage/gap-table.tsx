import { useLoaderData } from '@remix-run/react'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Table } from '#app/ui/table.tsx'
import type { loader } from './route.tsx'

/** The same as a table, with the directions in which a municipality has nobody. */
export function GapTable() {
  const { places, directions } = useLoaderData<typeof loader>()
  const { coverage: words, municipality } = useMessages().experts
  const format = useFormat()
  return (
    <Table
      caption={words.table}
      hideCaption
      rows={places}
      rowKey={({ code }) => code}
      columns={[
        { label: municipality, head: true, cell: ({ name }) => name },
        { label: words.experts, number: true, cell: ({ count }) => format.number(count) },
        {
          label: words.covered,
          number: true,
          cell: ({ missing }) => words.of(directions.length - missing.length, directions.length),
        },
        { label: words.missing, cell: ({ missing }) => missing.join(', ') || words.none },
      ]}
    />
  )
}
