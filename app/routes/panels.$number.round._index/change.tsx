import { fractionText } from '#app/domain/panels/numbers.ts'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { roundPage } from './page.server.ts'

type Data = NonNullable<Extract<Awaited<ReturnType<typeof roundPage>>, { change: unknown }>['change']>

/** Median and spread of the criteria of rounds, and alpha over all, before second marks and after. */
export function Change({ change }: { change: Data }) {
  const { panels } = useMessages()
  const { rounds: words, conclusion } = panels
  const format = useFormat()
  const both = (of: { median: Data['criteria'][number]['median']; spread: number | null }) =>
    `${fractionText(of.median, conclusion.notMarked)} (${of.spread ?? conclusion.notMarked})`
  const columns: Column<Data['criteria'][number]>[] = [
    { label: words.columns.criterion, head: true, cell: ({ title }) => title },
    { label: words.columns.before, number: true, cell: ({ before }) => both(before) },
    { label: words.columns.after, number: true, cell: both },
  ]
  const alpha = (value: number | null) => (value === null ? conclusion.notMarked : format.number(value))
  return (
    <section aria-labelledby="change">
      <SectionHead title={words.beforeAfter} id="change" />
      <Table
        caption={`${words.median}, ${words.columns.spread}`}
        columns={columns}
        rows={change.criteria}
        rowKey={({ code }) => code}
      />
      <p>
        {words.alpha}: {alpha(change.before)} → {alpha(change.after)}
      </p>
    </section>
  )
}
