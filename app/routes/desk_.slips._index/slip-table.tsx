import { Form } from '@remix-run/react'
import type { Unready } from '#app/domain/experts/activation/unready.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { Table } from '#app/ui/table.tsx'

type Row = Pick<Unready, 'id' | 'number' | 'name' | 'work' | 'again' | 'code'>

/** People whose slips are printed by one button; the file comes as a download. */
export function SlipTable({ rows, mayHand }: { rows: readonly Row[]; mayHand: boolean }) {
  const { activation, experts } = useMessages()
  const words = activation.slips
  const format = useFormat()
  const stateOf = ({ code, again }: Row) =>
    [code ? words.code[code.kind](format.day(code.until)) : !again && words.none, again && words.again]
      .filter(Boolean)
      .join('; ')
  const person = ({ id, name, number }: Row) => (
    <Checkbox
      name="people"
      value={id}
      aria-label={words.choose(name)}
      label={<PersonName name={name} note={experts.number(number)} />}
    />
  )
  return (
    <Form method="post" action="/desk/slips/printing" reloadDocument>
      <Stack gap={3}>
        <Table
          caption={words.caption}
          hideCaption
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { label: words.columns.person, head: true, cell: person },
            { label: words.columns.work, cell: ({ work }: Row) => <span lang="ru">{work}</span> },
            { label: words.columns.code, cell: stateOf },
            ...(mayHand
              ? [
                  {
                    label: words.columns.more,
                    cell: ({ number }: Row) => (
                      <Anchor href={`/desk/activation/${number}`}>{words.other}</Anchor>
                    ),
                  },
                ]
              : []),
          ]}
        />
        <p>{words.note}</p>
        <div>
          <Button look="main">{words.submit}</Button>
        </div>
      </Stack>
    </Form>
  )
}
