import { useLoaderData } from '@remix-run/react'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { panelPage } from './page.server.ts'

type One = Awaited<ReturnType<typeof panelPage>>['departed'][number]

/** Who was asked and is not on the panel, with the reason that was given. */
export function Departed() {
  const { departed } = useLoaderData<typeof panelPage>()
  const { departed: words } = useMessages().panels.invites
  if (departed.length === 0) return null
  const columns: Column<One>[] = [
    {
      label: words.person,
      head: true,
      cell: ({ name, number }) => <PersonName name={name} href={`/experts/${number}`} />,
    },
    { label: words.answer, cell: ({ how }) => <Tag>{words.how[how]}</Tag> },
    { label: words.on, cell: ({ on }) => on && <Time value={on} /> },
    { label: words.reason, cell: ({ reason }) => reason },
  ]
  return (
    <Disclosure summary={words.title(departed.length)}>
      <Table
        caption={words.title(departed.length)}
        hideCaption
        columns={columns}
        rows={departed}
        rowKey={({ id }) => id}
      />
    </Disclosure>
  )
}
