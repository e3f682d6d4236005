import { useLoaderData } from '@remix-run/react'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { whyPage } from './load.server.ts'
import { useLoss } from './use-loss.ts'

type Member = Awaited<ReturnType<typeof whyPage>>['members'][number]

/** Each member: what for, in which place, under which rule, and what would be without. */
export function Members() {
  const { members, directions } = useLoaderData<typeof whyPage>()
  const { why, reasons, protocol } = useMessages().panels
  const loss = useLoss()
  const titles = new Map(directions.map(({ id, shortTitle }) => [id, shortTitle]))
  const nameOf = ({ name, number }: { name: string | null; number: number }) =>
    name ?? protocol.numberOnly(number)
  const columns: Column<Member>[] = [
    {
      label: why.columns.expert,
      head: true,
      cell: (one) => <PersonName name={nameOf(one)} href={`/experts/${one.number}`} />,
    },
    {
      label: why.columns.why,
      cell: ({ covers, rank, of, points, binding }) => (
        <>
          {covers.map((code) => (
            <p key={code}>{reasons.covers({ direction: titles.get(code) ?? '' })}</p>
          ))}
          <p>{why.rank(rank, of, points)}</p>
          {binding.length > 0 && <p>{why.binding(binding)}</p>}
        </>
      ),
    },
    {
      label: why.columns.without,
      cell: ({ loss: lost, displacedBy }) =>
        lost === null ? (
          why.needed
        ) : (
          <>
            <p>{lost.points === 0 ? why.same : loss(lost)}</p>
            {displacedBy.length > 0 && <p>{why.replacedBy(displacedBy.map(nameOf).join(', '))}</p>}
          </>
        ),
    },
  ]
  return (
    <section aria-labelledby="each">
      <SectionHead title={why.members} id="each" />
      <Table
        caption={why.members}
        hideCaption
        columns={columns}
        rows={members}
        rowKey={({ number }) => number}
      />
    </section>
  )
}
