import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import styles from './lot.module.css'
import type { protocolPage } from './page.server.ts'

/** Works by code: who was drawn, or before the draw which rows may be, with what probability. */
export function Works() {
  const { works, lines, figures } = useLoaderData<typeof protocolPage>()
  const { lots: words, work } = useMessages().contests
  const { page, columns } = words
  type Line = (typeof works)[number]
  const percent = (share: number) => words.percent(Math.floor((share * 10_000) / figures.denominator))
  const people = (seats: Line['members']) => (
    <ul className={styles.people}>
      {seats.map(({ row, person }) => (
        <li key={row}>
          {person === null ? page.row(row) : <Anchor href={`/experts/${person}`}>№&nbsp;{person}</Anchor>}
        </li>
      ))}
    </ul>
  )
  const drawn: Column<Line>[] = [
    { label: columns.members, cell: ({ members }) => people(members) },
    { label: columns.reserve, cell: ({ reserve }) => people(reserve) },
  ]
  const chances: Column<Line> = {
    label: columns.rows,
    cell: ({ chances }) => (
      <ul className={styles.people}>
        {chances.map(({ row, share }) => (
          <li key={row}>
            {page.row(row)} <span className={styles.quiet}>{percent(share)}</span>
          </li>
        ))}
      </ul>
    ),
  }
  const title = lines.draw ? page.drawn : words.chances
  return (
    <section>
      <SectionHead title={title}>{lines.draw ? page.drawnLead : page.chancesLead}</SectionHead>
      <Table
        caption={title}
        hideCaption
        rows={works}
        rowKey={({ code }) => code}
        columns={[
          { label: columns.code, cell: ({ code }) => work.coded(code), head: true },
          ...(lines.draw ? drawn : []),
          chances,
        ]}
      />
    </section>
  )
}
