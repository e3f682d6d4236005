import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { loader } from './route.tsx'

type View = ReturnType<typeof useLoaderData<typeof loader>>
type Direction = View['coverage'][number]
type Work = View['participation'][number]

/** Own experts by direction; a direction without any is a gap. */
export function Coverage() {
  const { coverage } = useLoaderData<typeof loader>()
  const words = useMessages().staff
  const format = useFormat()
  return (
    <section>
      <SectionHead title={words.coverage} />
      <Table
        caption={words.coverage}
        hideCaption
        rows={coverage}
        rowKey={({ code }) => code}
        columns={[
          {
            label: words.columns.direction,
            head: true,
            cell: ({ title, code }: Direction) => (
              <Anchor href={`/directions/${code}`} lang="ru">
                {title}
              </Anchor>
            ),
          },
          {
            label: words.columns.experts,
            number: true,
            cell: ({ experts }: Direction) =>
              experts === 0 ? <Tag tone="amber">{words.gap}</Tag> : format.number(experts),
          },
          {
            label: words.columns.places,
            number: true,
            cell: ({ places }: Direction) => format.number(places),
          },
        ]}
      />
    </section>
  )
}

/** Expertises and discussions in which own people are asked or take part. */
export function Participation() {
  const { participation } = useLoaderData<typeof loader>()
  const words = useMessages().staff
  const format = useFormat()
  return (
    <section>
      <SectionHead title={words.participation} />
      {participation.length === 0 ? (
        <p>{words.noParticipation}</p>
      ) : (
        <Table
          caption={words.participation}
          hideCaption
          rows={participation}
          rowKey={({ id, kind }) => `${kind} ${id}`}
          columns={[
            {
              label: words.columns.work,
              head: true,
              cell: ({ id, title, kind }: Work) => (
                <span lang="ru">
                  <Anchor href={`/desk/staff/work/${kind}/${id}`}>{title}</Anchor>
                  <br />
                  <small>{words.kinds[kind]}</small>
                </span>
              ),
            },
            {
              label: words.columns.invited,
              number: true,
              cell: ({ invited, kind }: Work) => (kind === 'panel' ? format.number(invited) : '—'),
            },
            {
              label: words.columns.answered,
              number: true,
              cell: ({ answered, kind }: Work) => (kind === 'panel' ? format.number(answered) : '—'),
            },
            {
              label: words.columns.takesPart,
              number: true,
              cell: ({ takesPart }: Work) => format.number(takesPart),
            },
          ]}
        />
      )}
    </section>
  )
}
