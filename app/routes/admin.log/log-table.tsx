import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './log.module.css'
import { wordOf } from './log-words.ts'

export type Line = {
  id: string
  seq: number | null
  at: Date
  kind: string
  actorNumber: number | null
  deputyOfNumber: number | null
  objectKind: string
  objectId: string | null
  objectNumber: number | null
  facts: readonly string[]
}

/** Lines of the log: people by number, objects by id. */
export function LogTable({ lines }: { lines: readonly Line[] }) {
  const words = useMessages().admin.log
  const format = useFormat()
  const columns: Column<Line>[] = [
    {
      label: words.number,
      number: true,
      cell: ({ seq }) => (seq === null ? <Tag tone="amber">{words.unsealed}</Tag> : format.number(seq)),
    },
    { label: words.at, cell: ({ at }) => <Time value={at} as="date" /> },
    {
      label: words.what,
      head: true,
      cell: ({ kind }) => <span title={kind}>{wordOf(words.events, kind)}</span>,
    },
    {
      label: words.who,
      cell: ({ actorNumber, deputyOfNumber }) => (
        <>
          {actorNumber === null ? words.site : words.numbered(actorNumber)}{' '}
          {deputyOfNumber !== null && words.standsIn(deputyOfNumber)}
        </>
      ),
    },
    {
      label: words.object,
      cell: ({ objectKind, objectId, objectNumber, facts }) => (
        <div className={styles.object}>
          <span title={objectId ?? undefined}>
            {wordOf(words.objects, objectKind)}{' '}
            {objectNumber === null
              ? objectId && <code>{objectId.slice(-8)}</code>
              : words.numbered(objectNumber)}
          </span>
          {facts.length > 0 && (
            <details>
              <summary>{words.facts}</summary>
              {facts.map((fact) => (
                <div key={fact}>{fact}</div>
              ))}
            </details>
          )}
        </div>
      ),
    },
  ]
  return <Table caption={words.title} hideCaption columns={columns} rows={lines} rowKey={({ id }) => id} />
}
