import { useLoaderData } from '@remix-run/react'
import { Reasons } from '#app/routes/panels.$number._index/reasons.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { loader } from './route.tsx'
import { useRules } from './use-rules.ts'

/** Members and reserve with reasons and answers; why somebody declined is never told. */
export function Chosen() {
  const { chosen, directions, protocol } = useLoaderData<typeof loader>()
  const { protocol: words, work, asking } = useMessages().panels
  const { rules, waived } = useRules()
  type Line = (typeof chosen)[number]
  const columns: Column<Line>[] = [
    { label: words.columns.rank, number: true, place: true, cell: ({ choice }) => choice.rank },
    {
      label: words.columns.expert,
      head: true,
      cell: ({ name, number, organisation }) => (
        <PersonName name={name} href={`/experts/${number}`} note={organisation ?? words.numberOnly(number)} />
      ),
    },
    {
      label: words.columns.why,
      cell: ({ choice }) => <Reasons reasons={choice.reasons} directions={directions} />,
    },
    {
      label: words.columns.answer,
      cell: ({ answer, promoted }) => (
        <>
          <Tag tone={answer === 'accepted' ? 'green' : answer === 'waiting' ? 'blue' : 'neutral'}>
            {words.answers[answer]}
          </Tag>
          {promoted && <p>{words.replaced}</p>}
        </>
      ),
    },
  ]
  return (
    <section aria-labelledby="members">
      <SectionHead title={words.members} id="members">
        {rules.length === 0 && work.none}
      </SectionHead>
      {rules.length > 0 && <p>{asking.rulesTold(rules.join('; '))}</p>}
      {waived.length > 0 && <p>{asking.waivedTold(waived.join(', '))}</p>}
      {'closed' in protocol && protocol.closed && <p>{asking.usedClosed}</p>}
      <Table
        caption={words.members}
        hideCaption
        columns={columns}
        rows={chosen}
        rowKey={({ number }) => number}
      />
    </section>
  )
}
