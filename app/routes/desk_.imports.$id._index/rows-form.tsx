import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Decision } from './decision.tsx'
import { Understood } from './understood.tsx'
import type { ImportView, ShownRow } from './view.server.ts'

const tones = { new: 'green', same: 'neutral', probable: 'amber', rejected: 'red' } as const

/** The rows of a page with what they are, each with its decision. */
export function RowsForm({ view }: { view: ImportView }) {
  const words = useMessages().imports
  const format = useFormat()
  const { id, rows, counts, here, revision } = view
  const busy = useNavigation().state === 'submitting'
  if (rows.length === 0) return <p>{words.noRows}</p>
  type Numbered = ShownRow & { index: number }
  const columns = [
    { label: words.line, number: true, cell: ({ at }: Numbered) => format.number(at) },
    {
      label: words.said,
      head: true,
      cell: ({ said }: Numbered) => <span lang="ru">{said.join(' · ')}</span>,
    },
    {
      label: words.found,
      cell: (row: Numbered) => (
        <>
          <Tag tone={tones[row.verdict]}>{words.verdict[row.verdict]}</Tag>
          <Understood row={row} />
        </>
      ),
    },
    { label: words.decision, cell: (row: Numbered) => <Decision row={row} index={row.index} /> },
  ]
  return (
    <Form method="post" action={`/desk/imports/${id}/rows`} key={`${here} ${revision}`}>
      <Stack gap={3}>
        <input type="hidden" name="next" value={here} />
        <Table
          caption={words.found}
          hideCaption
          rows={rows.map((row, index) => ({ ...row, index }))}
          rowKey={({ at }) => at}
          columns={columns}
        />
        <Row>
          <Button aria-busy={busy}>{words.saveRows}</Button>
        </Row>
        {counts.undecided > 0 && (
          <Disclosure summary={words.decideAll} quiet>
            <Row>
              {(rows.some(({ mayAdd }) => mayAdd)
                ? (['match', 'new', 'skip'] as const)
                : (['match', 'skip'] as const)
              ).map((all) => (
                <Button key={all} name="all" value={all}>
                  {{ match: words.allMatch, new: words.allNew, skip: words.allSkip }[all]}
                </Button>
              ))}
            </Row>
          </Disclosure>
        )}
      </Stack>
    </Form>
  )
}
