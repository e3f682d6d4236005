import { useLoaderData } from '@remix-run/react'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Sheet } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { loader } from './route.tsx'

/** That people were selected before, how and when: a draw that was not liked does not vanish. */
export function Earlier() {
  const { earlier } = useLoaderData<typeof loader>()
  const words = useMessages().panels.protocol.earlier
  const format = useFormat()
  if (earlier.length === 0) return null
  const columns: Column<(typeof earlier)[number]>[] = [
    { label: words.columns.when, head: true, cell: ({ at }) => format.date(at) },
    {
      label: words.columns.how,
      cell: ({ method, undrawn }) => (undrawn ? words.undrawn : words.methods[method]),
    },
    { label: words.columns.sum, cell: ({ sha256 }) => <code>{sha256}</code> },
  ]
  return (
    <Sheet>
      <section aria-labelledby="earlier">
        <SectionHead title={words.title} id="earlier">
          {words.lead}
        </SectionHead>
        <Table
          caption={words.title}
          hideCaption
          columns={columns}
          rows={earlier}
          rowKey={({ sha256 }) => sha256}
        />
      </section>
    </Sheet>
  )
}
