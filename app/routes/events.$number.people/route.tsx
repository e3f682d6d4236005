import { useLoaderData } from '@remix-run/react'
import { registrationsOf } from '#app/domain/events/attending.server.ts'
import { certificatesOf } from '#app/domain/events/reading/certificates.server.ts'
import { eventRules } from '#app/domain/events/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Table } from '#app/ui/table.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { Certificates } from './certificates.tsx'
import { Mark } from './mark.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const number = numberOf(params.number)
  const { event, facts, seats, waiting } = await registrationsOf(acting(ctx), number)
  const row = ({ id, name, number, attendedAt }: (typeof seats)[number]) => ({
    ...{ id, name, number, present: attendedAt !== null },
  })
  return {
    ...{ title: t.events.work.people.title, number, name: event.title },
    ...{ seats: seats.map(row), waiting: waiting.map(row) },
    marks: eventRules.mark(ctx.actor, facts) === null,
    early: event.state === 'announced' && !facts.dayCame,
    certificates: await certificatesOf(acting(ctx), number),
    revokes: eventRules.revoke(ctx.actor, facts) === null,
  }
})
export type PeopleView = Awaited<ReturnType<typeof loader>>

export default function PeoplePage() {
  const view = useLoaderData<typeof loader>()
  const words = useMessages().events.work.people
  const { number, name, seats, waiting, marks, early } = view
  const who = [
    { label: words.name, head: true, cell: (row: PeopleView['seats'][number]) => row.name },
    { label: words.number, cell: (row: PeopleView['seats'][number]) => row.number },
  ]
  return (
    <Page>
      <PageHead crumbs={[{ href: `/events/${number}`, label: name }]} title={words.title} lead={words.lead} />
      <Stack gap={4}>
        {early && <p>{words.notYet}</p>}
        {seats.length + waiting.length === 0 && <p>{words.nobody}</p>}
        {seats.length > 0 && (
          <Table
            caption={`${words.seats}: ${seats.length}`}
            rows={seats}
            rowKey={({ id }) => id}
            columns={[
              ...who,
              { label: words.state, cell: ({ present }) => (present ? words.present : words.absent) },
              ...(marks
                ? [
                    {
                      ...{ label: words.mark, hideLabel: true, acts: true },
                      cell: ({ id, name, present }: PeopleView['seats'][number]) => (
                        <Mark {...{ number, name, present }} registration={id} />
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
        {waiting.length > 0 && (
          <Table
            caption={`${words.waiting}: ${waiting.length}`}
            rows={waiting}
            rowKey={({ id }) => id}
            columns={who}
          />
        )}
        <Certificates view={view} />
      </Stack>
    </Page>
  )
}
