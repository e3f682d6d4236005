import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { RequestRowView } from './request-view.server.ts'
import styles from './requests.module.css'

export const tones = { sent: 'blue', returned: 'amber', planned: 'slate', accepted: 'green' } as const

/** Requests, newest first; `place` is where one of them opens. */
export function RequestTable({ rows, place }: { rows: readonly RequestRowView[]; place: string }) {
  const { requests: words, monthOf } = useMessages().reviewCourse
  return (
    <Table
      caption={words.title}
      hideCaption
      rows={rows}
      rowKey={({ number }) => number}
      columns={[
        {
          label: words.name,
          head: true,
          cell: ({ number, title, process }) => (
            <>
              <Anchor href={`${place}/${number}`} lang="ru">
                {title}
              </Anchor>
              <p className={styles.quiet}>{`${words.one(number)} · ${process}`}</p>
            </>
          ),
        },
        { label: words.organisation, cell: ({ organisation }) => organisation },
        {
          label: words.state,
          cell: ({ state, plannedYear, plannedMonth }) => (
            <>
              <Tag tone={tones[state]}>{words.states[state]}</Tag>
              {plannedYear !== null && plannedMonth !== null && (
                <p className={styles.quiet}>{monthOf({ year: plannedYear, month: plannedMonth })}</p>
              )}
            </>
          ),
        },
        { label: words.sentAt, cell: ({ createdAt }) => <Time value={createdAt} as="dayDigits" /> },
      ]}
    />
  )
}
