import { useLoaderData } from '@remix-run/react'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { openDataPage } from './view.server.ts'

/** Which fields of a person are open and which closed, and on what grounds. */
export function FieldTable() {
  const { fields } = useLoaderData<typeof openDataPage>()
  const words = useMessages().closedData.table
  return (
    <section>
      <SectionHead title={words.title} />
      <Stack gap={3}>
        <p>{words.lead}</p>
        <Table
          caption={words.title}
          hideCaption
          rows={fields}
          rowKey={({ code }) => code}
          columns={[
            { label: words.field, head: true, cell: ({ title }) => title },
            {
              label: words.class,
              cell: ({ kind }) => <Tag tone={kind === 'open' ? 'green' : 'slate'}>{words.classes[kind]}</Tag>,
            },
            {
              label: words.ground,
              cell: ({ grounds, with: other }) =>
                [grounds.join(', '), other && words.with(other)].filter(Boolean).join('; '),
            },
          ]}
        />
      </Stack>
    </section>
  )
}
