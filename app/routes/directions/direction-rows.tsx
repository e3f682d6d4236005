import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import styles from './direction-rows.module.css'

export interface DirectionRow {
  code: string
  title: string
  shortTitle: string
  group: string | null
  experts: number
  replacedBy: { code: string; title: string }[]
}

interface RowsProps {
  rows: readonly DirectionRow[]
  past: boolean
  /** the first day of the coming list, which is already published */
  until: string | null
}

/** Directions of one tier in their printed order; neighbours of one group stand together under its name. */
export function DirectionRows({ rows, past, until }: RowsProps) {
  const words = useMessages().documents.directions
  return (
    <ul className={styles.rows}>
      {rows.map((row, index) => (
        <li key={row.code}>
          {row.group && row.group !== rows[index - 1]?.group && (
            <p className={styles.group}>{words.group(row.group)}</p>
          )}
          <div className={styles.row} data-grouped={row.group ? '' : undefined}>
            <div>
              <h3 lang="ru">
                <Anchor href={`/directions/${row.code}`}>{row.shortTitle}</Anchor>
              </h3>
              {row.title !== row.shortTitle && (
                <p className={styles.full} lang="ru">
                  {row.title}
                </p>
              )}
              {(past || until) && <Fate row={row} until={until} />}
            </div>
            <p className={styles.count}>
              {row.experts > 0 ? (
                <Anchor href={`/experts?direction=${row.code}`}>{words.experts(row.experts)}</Anchor>
              ) : (
                words.noExperts
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

type FateProps = {
  row: Pick<DirectionRow, 'code' | 'replacedBy'>
  /** from which day that will be so, while it is ahead */
  until?: string | null
}

/** What became of a direction of an older list, or becomes of one of the list in force. */
export function Fate({ row: { code, replacedBy }, until }: FateProps) {
  const words = useMessages().documents.directions
  const format = useFormat()
  const others = replacedBy.filter((next) => next.code !== code)
  const day = until && format.day(until)
  if (replacedBy.length === 0) return <p className={styles.fate}>{day ? words.ends(day) : words.ended}</p>
  // That a direction goes on is news of the past only.
  if (others.length === 0 && day) return null
  if (others.length === 0) return <p className={styles.fate}>{words.sameNow}</p>
  return (
    <p className={styles.fate}>
      {day ? words.replacedFrom(day) : words.replacedBy}{' '}
      {replacedBy.map((next, index) => (
        <span key={next.code} lang="ru">
          {index > 0 && '; '}
          <Anchor href={`/directions/${next.code}`}>{next.title}</Anchor>
        </span>
      ))}
    </p>
  )
}
