import { Form } from '@remix-run/react'
import type { ExpiringDirection } from '#app/domain/assessment/expiring.server.ts'
import { lastDay } from '#app/domain/experts/registry.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { Table } from '#app/ui/table.tsx'

type Expiring = ExpiringDirection['people'][number]

/** Whose statuses of a direction end; all are ticked, and the button begins the list of their renewal. */
export function DirectionForm({
  of: { id, title: direction, municipality, people },
}: {
  of: ExpiringDirection
}) {
  const { candidates, experts } = useMessages()
  const words = candidates.expiring
  const format = useFormat()
  const title = municipality ? `${direction}, ${municipality.name}` : direction
  return (
    <Form method="post">
      <input type="hidden" name="direction" value={id} />
      {municipality && <input type="hidden" name="municipality" value={municipality.id} />}
      <SectionHead title={title}>{candidates.people(people.length)}</SectionHead>
      <Stack gap={3}>
        <Table
          caption={words.caption(title)}
          hideCaption
          rows={people}
          rowKey={({ personId }) => personId}
          columns={[
            {
              label: words.columns.person,
              head: true,
              cell: ({ personId, name, number }: Expiring) => (
                <Checkbox
                  name="people"
                  value={personId}
                  defaultChecked
                  aria-label={words.choose(name)}
                  label={<PersonName name={name} note={experts.number(number)} />}
                />
              ),
            },
            { label: words.columns.work, cell: ({ work }: Expiring) => <span lang="ru">{work}</span> },
            {
              label: words.columns.until,
              cell: ({ endDay }: Expiring) => words.until(format.dayDigits(lastDay(endDay))),
            },
          ]}
        />
        <div>
          <Button look="main">{words.submit}</Button>
        </div>
      </Stack>
    </Form>
  )
}
