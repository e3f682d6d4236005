import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { loader } from './route.tsx'

/** What the reader has opened, as the people will see it. */
export function ReadList() {
  const { reads, fields, reasons } = useLoaderData<typeof loader>()
  const { reads: words, request, experts } = useReadWords()
  if (reads.rows.length === 0) return <p>{words.none}</p>
  return (
    <>
      <Table
        caption={words.title}
        hideCaption
        rows={reads.rows}
        rowKey={(row) => row.id}
        columns={[
          {
            label: experts.card.number,
            head: true,
            cell: (row) => (
              <Anchor href={`/desk/closed/people/${row.number}`}>{experts.number(row.number)}</Anchor>
            ),
          },
          { label: request.at, cell: (row) => <Time value={row.at} as="date" /> },
          {
            label: words.what,
            cell: (row) => row.fields.map((field) => fields[field] ?? field).join(', '),
          },
          {
            label: request.reason,
            cell: (row) => (
              <>
                {reasons[row.reasonCode] ?? row.reasonCode}. <span lang="ru">{row.reason}</span>
              </>
            ),
          },
        ]}
      />
      <Pagination next={reads.next === null ? null : `/desk/closed?from=${reads.next}`} />
    </>
  )
}

function useReadWords() {
  const { closedData, experts } = useMessages()
  return { reads: closedData.reads, request: closedData.request, experts }
}
