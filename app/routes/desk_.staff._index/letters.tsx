import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { WorkList, WorkRow } from '#app/ui/work-list.tsx'
import type { loader } from './route.tsx'

type Letter = ReturnType<typeof useLoaderData<typeof loader>>['letters'][number]

/** Cover letters: whom they name, whose consent came and whose is missing. */
export function Letters() {
  const { letters } = useLoaderData<typeof loader>()
  const { staff, applications } = useMessages()
  const words = staff.letters
  const format = useFormat()
  if (letters.length === 0) return null
  const count = (label: string, of: (letter: Letter) => number) => ({
    ...{ label, number: true },
    cell: (letter: Letter) => format.number(of(letter)),
  })
  return (
    <section>
      <SectionHead title={words.title} />
      <Table
        caption={words.title}
        hideCaption
        rows={letters}
        rowKey={({ id }) => id}
        columns={[
          {
            label: words.letter,
            head: true,
            cell: ({ id, number, day, organisation, scan }: Letter) => (
              <>
                {words.ofDay(number, format.dayDigits(day))}
                {scan && (
                  <>
                    {', '}
                    <Anchor href={`/desk/letters/${id}/file`} download>
                      {applications.scan}
                    </Anchor>
                  </>
                )}
                <br />
                <small lang="ru">{organisation}</small>
              </>
            ),
          },
          count(words.named, ({ named }) => named),
          count(words.consented, ({ consented }) => consented),
          count(words.waits, ({ waits }) => waits),
          count(words.stopped, ({ stopped }) => stopped),
        ]}
      />
    </section>
  )
}

/** Lists that were brought and are not sent yet. */
export function OpenLists() {
  const { lists } = useLoaderData<typeof loader>()
  const { staff, imports } = useMessages()
  const words = staff.nomination
  const format = useFormat()
  if (lists.length === 0) return null
  return (
    <section>
      <SectionHead title={words.open} />
      <p>{words.openHint}</p>
      <WorkList>
        {lists.map(({ id, name, createdAt }) => (
          <WorkRow
            key={id}
            href={`/desk/imports/${id}`}
            title={name}
            lang="ru"
            state={<Tag tone="amber">{imports.states.open}</Tag>}
          >
            {format.date(createdAt)}
          </WorkRow>
        ))}
      </WorkList>
    </section>
  )
}
