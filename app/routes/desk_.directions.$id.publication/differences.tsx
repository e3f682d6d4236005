import type { ReactNode } from 'react'
import type { Change, Worded } from '#app/domain/experts/direction-lists.ts'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import styles from './differences.module.css'

interface Differences {
  /** on which experts are counted */
  day: string
  same: number
  added: readonly { code: string; shortTitle: string; title: string }[]
  changed: readonly { code: string; shortTitle: string; changes: readonly Change[] }[]
  leaving: readonly { code: string; shortTitle: string; experts: number; replacedBy: readonly string[] }[]
}

/** What the new list changes: who comes, whose words change, who leaves and how many experts are there. */
export function Differences({ of }: { of: Differences }) {
  const words = useMessages().directionLists.publication
  const nothing = of.added.length + of.changed.length + of.leaving.length === 0
  return (
    <>
      {nothing && <p>{words.nothing}</p>}
      <Part title={words.leaving} items={of.leaving} row={(row) => <Leaving row={row} day={of.day} />} />
      <Part title={words.added} items={of.added} row={({ title }) => <p lang="ru">{title}</p>} />
      <Part
        title={words.changed}
        items={of.changed}
        row={({ changes }) => changes.map((change) => <Changed key={change.field} change={change} />)}
      />
      {!nothing && <p className={styles.same}>{words.same(of.same)}</p>}
    </>
  )
}

type PartProps<Row> = { title: string; items: readonly Row[]; row: (row: Row) => ReactNode }

function Part<Row extends { code: string; shortTitle: string }>({ title, items, row }: PartProps<Row>) {
  if (items.length === 0) return null
  return (
    <section>
      <SectionHead title={title} />
      <ul className={styles.rows}>
        {items.map((item) => (
          <li key={item.code}>
            <h3 lang="ru">{item.shortTitle}</h3>
            {row(item)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Leaving({
  row: { experts, replacedBy },
  day,
}: {
  row: Differences['leaving'][number]
  day: string
}) {
  const words = useMessages().directionLists.publication
  const format = useFormat()
  return (
    <>
      <p>{replacedBy.length > 0 ? words.replacedBy(replacedBy.join('; ')) : words.noSuccessor}</p>
      <p>{experts > 0 ? words.experts(experts, format.day(day)) : words.noExperts}</p>
    </>
  )
}

function Changed({ change: { field, before, after } }: { change: Change }) {
  const words = useMessages().directionLists
  const names: Record<Worded, string> = { ...words.row, title: words.row.name }
  return (
    <div className={styles.change}>
      <h4>{names[field]}</h4>
      <dl>
        <Side term={words.publication.before} lines={before} />
        <Side term={words.publication.after} lines={after} />
      </dl>
    </div>
  )
}

function Side({ term, lines }: { term: string; lines: readonly string[] }) {
  const words = useMessages().directionLists.publication
  return (
    <div>
      <dt>{term}</dt>
      {lines.length === 0 && <dd>{words.nothingSaid}</dd>}
      {lines.map((line) => (
        <dd key={line} lang="ru">
          {line}
        </dd>
      ))}
    </div>
  )
}
