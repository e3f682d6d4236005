import { useLoaderData } from '@remix-run/react'
import { useMessages } from '#app/ui/messages.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Tone } from '#app/ui/tone.ts'
import { WorkList, WorkRow } from '#app/ui/work-list.tsx'
import type { loader } from './route.tsx'

const tones: Record<string, Tone> = { open: 'amber', granted: 'green', refused: 'red' }

/** Requests asked or to be answered, the newest first. */
export function RequestList() {
  const { requests, fields, today } = useLoaderData<typeof loader>()
  const { requests: words } = useMessages().closedData
  const { rows, next } = requests
  if (rows.length === 0) return <p>{words.none}</p>
  return (
    <>
      <WorkList>
        {rows.map((row) => (
          <WorkRow
            key={row.number}
            href={`/desk/closed/requests/${row.number}`}
            title={words.numbered(row.number)}
            over={
              <>
                <Time value={row.askedAt} /> · {words.about(row.person)}
              </>
            }
            state={
              row.lastDay !== null && row.lastDay < today ? (
                <Tag>{words.ended}</Tag>
              ) : (
                <Tag tone={tones[row.state]}>{words.states[row.state]}</Tag>
              )
            }
          >
            {[row.post, row.organisation].filter(Boolean).join(', ')}:{' '}
            {row.fields.map((field) => fields[field] ?? field).join(', ')}
          </WorkRow>
        ))}
      </WorkList>
      <Pagination next={next === null ? null : `/desk/closed?before=${next}`} />
    </>
  )
}
