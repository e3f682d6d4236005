import type { SerializeFrom } from '@remix-run/node'
import type { worksOf } from '#app/domain/panels/contests/queries.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { Tone } from '#app/ui/tone.ts'
import { WorkList, WorkRow } from '#app/ui/work-list.tsx'

type Works = SerializeFrom<Awaited<ReturnType<typeof worksOf>>>
type State = Works['named'][number]['state']

export const workTones: Record<State, Tone> = {
  draft: 'neutral',
  sent: 'amber',
  returned: 'blue',
  rejected: 'red',
  admitted: 'green',
  withdrawn: 'neutral',
}

/** Works before they were coded: whose they are, and what the check said. */
export function Named({ rows }: { rows: Works['named'] }) {
  const { contests: words } = useMessages()
  return (
    <WorkList>
      {rows.map(({ number, title, organisation, nomination, state }) => (
        <WorkRow
          key={number}
          href={`/works/${number}`}
          title={title}
          lang="ru"
          over={nomination}
          state={<Tag tone={workTones[state]}>{words.work.state[state]}</Tag>}
        >
          {organisation}
        </WorkRow>
      ))}
    </WorkList>
  )
}

/** Works by code alone, in the order of codes. */
export function Coded({ rows }: { rows: Works['coded'] }) {
  const words = useMessages().contests
  const { columns, sheets } = words.list
  return (
    <Table
      caption={words.list.title}
      hideCaption
      rows={rows}
      rowKey={({ code }) => code ?? ''}
      columns={[
        { label: columns.code, cell: ({ code }) => words.work.coded(code ?? ''), head: true },
        { label: columns.nomination, cell: ({ nomination }) => <span lang="ru">{nomination}</span> },
        { label: columns.experts, cell: ({ sent, asked }) => sheets(sent, asked), number: true },
      ]}
    />
  )
}
