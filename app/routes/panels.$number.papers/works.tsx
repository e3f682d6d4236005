import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { loader } from './route.tsx'

/** Everybody of the record, as whom and how long, with the paper that stands. */
export function Works() {
  const { number: panel, works } = useLoaderData<typeof loader>()
  const { record: words } = useMessages().conclusions
  const format = useFormat()
  const { columns } = words
  return (
    <Table
      caption={words.of.title}
      hideCaption
      rows={works}
      rowKey={({ id }) => id}
      columns={[
        { label: columns.who, head: true, cell: ({ name, number }) => name ?? words.of.noName(number) },
        { label: columns.role, cell: ({ role }) => words.roles[role] },
        {
          label: columns.days,
          cell: ({ firstDay, lastDay, finished }) =>
            finished ? words.paper.days(format.day(firstDay), format.day(lastDay)) : format.day(firstDay),
        },
        {
          label: columns.hours,
          cell: ({ hours }) => (hours === null ? words.noHours : words.hours(hours)),
        },
        {
          label: columns.paper,
          cell: ({ id, paper, finished, may }) => (
            <Row>
              {paper ? (
                <Anchor href={`/panels/${panel}/papers/${paper.id}.pdf`} download>
                  {words.paperNumber(paper.number)}
                </Anchor>
              ) : (
                !finished && <Tag>{words.going}</Tag>
              )}
              {may.give && !paper && (
                <Anchor href={`/panels/${panel}/papers/${id}/giving`}>{words.of.giveOne}</Anchor>
              )}
              {may.revoke && (
                <Anchor href={`/panels/${panel}/papers/${id}/revocation`}>{words.of.revoke}</Anchor>
              )}
              {may.correct && (
                <Anchor href={`/panels/${panel}/papers/${id}/correction`}>{words.of.correct}</Anchor>
              )}
            </Row>
          ),
        },
      ]}
    />
  )
}
