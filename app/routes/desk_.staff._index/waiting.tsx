import { Form, useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { loader } from './route.tsx'

type Row = ReturnType<typeof useLoaderData<typeof loader>>['waiting'][number]

/** Whose consent or answers are waited for; one button reminds everybody whom it is time to remind. */
export function Waiting() {
  const { waiting } = useLoaderData<typeof loader>()
  const { staff: words, applications } = useMessages()
  const format = useFormat()
  return (
    <section>
      <SectionHead title={words.waiting}>{words.people(waiting.length)}</SectionHead>
      {waiting.length === 0 ? (
        <p>{words.nobodyWaits}</p>
      ) : (
        <Stack gap={3}>
          <Table
            caption={words.waiting}
            hideCaption
            rows={waiting}
            rowKey={({ number }) => number}
            columns={[
              {
                label: words.columns.person,
                head: true,
                cell: ({ number, name }: Row) => (
                  <Anchor href={`/desk/applications/${number}`}>{name}</Anchor>
                ),
              },
              {
                label: words.columns.direction,
                cell: ({ direction }: Row) => <span lang="ru">{direction}</span>,
              },
              { label: words.columns.waits, cell: ({ state }: Row) => applications.stages[state] },
              {
                label: words.columns.due,
                cell: ({ due, late }: Row) => (
                  <>
                    {due && format.dayDigits(due)} {late && <Tag tone="red">{applications.desk.late}</Tag>}
                  </>
                ),
              },
            ]}
          />
          <Form method="post" action="/desk/staff/reminders">
            <Button>{words.remindAll}</Button>
          </Form>
        </Stack>
      )}
    </section>
  )
}
