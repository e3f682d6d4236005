import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './direction-rows.module.css'

export interface DirectionRow {
  code: string
  title: string
  shortTitle: string
  group: string | null
  experts: number
  replacedBy: { code: string; title: string }[]
}

/** Directions of one tier in their printed order; neighbours of one group stand together under its name. */
export function DirectionRows({ rows, past }: { rows: readonly DirectionRow[]; past: boolean }) {
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
              {past && <Fate row={row} />}
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

/** What became of a direction of an older list. */
export function Fate({ row: { code, replacedBy } }: { row: Pick<DirectionRow, 'code' | 'replacedBy'> }) {
  const words = useMessages().documents.directions
  const others = replacedBy.filter((next) => next.code !== code)
  if (replacedBy.length === 0) return <p className={styles.fate}>{words.ended}</p>
  if (others.length === 0) return <p className={styles.fate}>{words.sameNow}</p>
  return (
    <p className={styles.fate}>
      {words.replacedBy}{' '}
      {replacedBy.map((next, index) => (
        <span key={next.code} lang="ru">
          {index > 0 && '; '}
          <Anchor href={`/directions/${next.code}`}>{next.title}</Anchor>
        </span>
      ))}
    </p>
  )
}
