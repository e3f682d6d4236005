import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { ImportView, ShownRow } from './view.server.ts'

const tones = { added: 'green', changed: 'blue', kept: 'neutral', left: 'neutral' } as const

/** What each row of a written list has made. */
export function Written({ view: { rows } }: { view: ImportView }) {
  const words = useMessages().imports
  const format = useFormat()
  if (rows.length === 0) return null
  return (
    <Table
      caption={words.result}
      hideCaption
      rows={rows}
      rowKey={({ at }) => at}
      columns={[
        { label: words.line, number: true, cell: ({ at }: ShownRow) => format.number(at) },
        {
          label: words.said,
          head: true,
          cell: ({ said, became, matches: [first] }: ShownRow) => {
            const match = became ?? first
            return match ? (
              <Anchor href={match.href}>{match.name}</Anchor>
            ) : (
              <span lang="ru">{said.join(' · ')}</span>
            )
          },
        },
        {
          label: words.result,
          cell: ({ made }: ShownRow) => <Tag tone={tones[made]}>{words.made[made]}</Tag>,
        },
      ]}
    />
  )
}
