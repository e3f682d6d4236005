import type { BatchResult, BatchSeat } from '#app/domain/panels/contests/reckoning.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Table } from '#app/ui/table.tsx'

/** Who judges which work: codes and public numbers of experts. */
export function Composition({ result }: { result: BatchResult }) {
  const words = useMessages().contests
  const format = useFormat()
  const { columns } = words.batch
  const people = (seats: readonly BatchSeat[]) =>
    seats.map(({ person }, at) => (
      <span key={person}>
        {at > 0 && ', '}
        <Anchor href={`/experts/${person}`}>№&nbsp;{person}</Anchor>
      </span>
    ))
  const meanFit = (seats: readonly BatchSeat[]) =>
    format.number(
      Math.round((seats.reduce((sum, seat) => sum + seat.fit, 0) * 10) / Math.max(1, seats.length)) / 10,
    )
  return (
    <section>
      <SectionHead title={words.batch.seats} />
      <Table
        caption={words.batch.seats}
        hideCaption
        rows={result.works}
        rowKey={({ code }) => code}
        columns={[
          { label: columns.code, cell: ({ code }) => words.work.coded(code), head: true },
          { label: columns.experts, cell: ({ members }) => people(members) },
          { label: columns.reserve, cell: ({ reserve }) => people(reserve) },
          { label: columns.fit, cell: ({ members }) => meanFit(members), number: true },
        ]}
      />
    </section>
  )
}
