import { useLoaderData } from '@remix-run/react'
import { useMessages } from '#app/ui/messages.tsx'
import { Sheet } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { loader } from './route.tsx'

/** How likely people were (or are) to be chosen, before anything is drawn; nobody is named, the visitor sees the own. */
export function Chances() {
  const { chances } = useLoaderData<typeof loader>()
  const { protocol: words, percentOf } = useMessages().panels
  if (!chances) return null
  type Level = (typeof chances)['levels'][number]
  const columns: Column<Level>[] = [
    { label: words.chance, head: true, cell: ({ hundredths }) => percentOf(hundredths) },
    { label: words.chanceExact, cell: ({ exact }) => <code>{exact}</code> },
    { label: words.chancePeople, number: true, cell: ({ people }) => people },
  ]
  return (
    <Sheet>
      <section aria-labelledby="chances">
        <SectionHead title={words.chances} id="chances">
          {words.chancesLead(chances.panels)}
        </SectionHead>
        {!chances.proven && <p>{words.chancesUnproven}</p>}
        {chances.own && <p>{words.chanceOwn(percentOf(chances.own.hundredths), chances.own.exact)}</p>}
        <Table
          caption={words.chances}
          hideCaption
          columns={columns}
          rows={chances.levels}
          rowKey={({ exact }) => exact}
        />
      </section>
    </Sheet>
  )
}
