import { Form, useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { DecisionFields } from './decision-fields.tsx'
import type { loader } from './route.tsx'

type Queued = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

/** The queue; whoever decides ticks those who wait, and decides on them below. */
export function QueueForm() {
  const { rows, decides, grounds } = useLoaderData<typeof loader>()
  const of = useServerForm<{ decision: string; words: string; grounds: string }>()
  const words = useMessages().applications.desk
  const tick = decides && rows.some(({ waiting }) => waiting)
  const table = <QueueTable rows={rows} tick={tick} />
  if (!tick) return table
  return (
    <Form method="post" action="/desk/applications?index" {...of.form}>
      <Stack gap={4}>
        <FormErrors errors={of.errors} />
        {table}
        <section aria-labelledby="decide">
          <SectionHead title={words.decide} id="decide" />
          <Stack gap={3}>
            <DecisionFields of={of} grounds={grounds} />
            <div>
              <Button look="main" aria-busy={of.busy}>
                {words.submit}
              </Button>
            </div>
          </Stack>
        </section>
      </Stack>
    </Form>
  )
}

function QueueTable({ rows, tick }: { rows: readonly Queued[]; tick: boolean }) {
  const { applications: words, experts } = useMessages()
  const { desk } = words
  const name = (row: Queued) => (
    <Anchor href={`/desk/applications/${row.number}`}>
      <PersonName name={row.name} note={experts.number(row.personNumber)} />
    </Anchor>
  )
  return (
    <Table
      caption={desk.title}
      hideCaption
      rows={rows}
      rowKey={({ number }) => number}
      columns={[
        {
          label: desk.columns.person,
          head: true,
          cell: (row: Queued) =>
            tick && row.waiting ? (
              <Checkbox
                name="applications"
                value={String(row.number)}
                aria-label={desk.tick(row.name)}
                label={name(row)}
              />
            ) : (
              name(row)
            ),
        },
        {
          label: desk.columns.direction,
          cell: ({ direction, organisation }: Queued) => (
            <span lang="ru">
              {direction}
              <br />
              <small>{organisation ?? desk.own}</small>
            </span>
          ),
        },
        { label: desk.columns.stage, cell: ({ stage }: Queued) => words.stages[stage] },
        {
          label: desk.columns.waits,
          cell: ({ waits, late }: Queued) => (
            <>
              {desk.waits(waits)} {late && <Tag tone="red">{desk.late}</Tag>}
            </>
          ),
        },
      ]}
    />
  )
}
