import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import type { PublishView } from './publish.server.ts'

/** Where the remarks of the versions before have gone; the doubtful ones by name. */
export function Report({ slug, report }: { slug: string; report: NonNullable<PublishView['report']> }) {
  const { reviewWork, reviews, reviewPlace } = useMessages()
  const words = reviewWork.publish
  const { carried, doubtful } = report
  const parts = carried.counts.map(([status, count]) => reviews.draft.carriedParts[status](count)).join(', ')
  return (
    <Stack gap={2}>
      <h2>{words.report}</h2>
      <p>{reviews.draft.carried(carried.from, carried.total, parts)}</p>
      {doubtful.length > 0 && (
        <>
          <p>{words.reportLead}</p>
          <Table
            caption={words.doubtful}
            rows={doubtful}
            rowKey={(row) => row.number}
            columns={[
              {
                label: '№',
                head: true,
                cell: (row) => <Anchor href={`/drafts/${slug}/remarks/${row.number}`}>{row.number}</Anchor>,
              },
              {
                label: words.words,
                cell: (row) =>
                  row.exact.length > 160 ? `${row.exact.slice(0, 160)}…` : row.exact || row.address,
              },
              {
                label: words.where,
                cell: (row) => (
                  <>
                    <Anchor href={`/drafts/${slug}#${row.id}`}>{reviews.places[row.status]}</Anchor>
                    {row.status === 'ambiguous' && (
                      <>
                        {' · '}
                        <Anchor href={`/drafts/${slug}/remarks/${row.number}/place`}>
                          {reviewPlace.choose}
                        </Anchor>
                      </>
                    )}
                  </>
                ),
              },
            ]}
          />
        </>
      )}
    </Stack>
  )
}
