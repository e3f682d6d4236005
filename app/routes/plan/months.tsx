import type { RequestRowView } from '#app/routes/requests._index/request-view.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './plan.module.css'

export type PlannedRow = Pick<
  RequestRowView,
  'number' | 'title' | 'process' | 'developer' | 'plannedMonth'
> & { slug: string | null }

/** Planned documents under their months; a draft that is published opens. */
export function Months({ rows }: { rows: readonly PlannedRow[] }) {
  const words = useMessages().reviewCourse.plan
  const months = [...new Set(rows.map(({ plannedMonth }) => plannedMonth ?? 0))]
  return (
    <ol className={styles.months}>
      {months.map((month) => (
        <li key={month} className={styles.month}>
          <h2>{words.months[month - 1]}</h2>
          <ul>
            {rows
              .filter(({ plannedMonth }) => plannedMonth === month)
              .map((row) => (
                <li key={row.number}>
                  <p className={styles.title} lang="ru">
                    {row.slug ? <Anchor href={`/drafts/${row.slug}`}>{row.title}</Anchor> : row.title}
                  </p>
                  <p className={styles.facts}>{`${row.process} · ${row.developer}`}</p>
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
