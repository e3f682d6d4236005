import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { DayChoice } from './day-choice.tsx'
import type { ExpertsView } from './list.server.ts'
import styles from './registry.module.css'

/** The day the registry is shown for and the day whose knowledge it shows, the way to others, and the downloads. */
export function AsOf({ view }: { view: ExpertsView }) {
  const { experts } = useMessages()
  const { filter, today, query } = view
  const rest = new URLSearchParams(query)
  rest.delete('day')
  rest.delete('known')
  return (
    <DayChoice
      label={experts.asOf}
      address="/experts"
      day={filter.day}
      known={filter.known}
      today={today}
      rest={rest}
    >
      <span className={styles.download} data-print="off">
        <a href={`/experts.csv${query && `?${query}`}`} download>
          {experts.csv}
        </a>
        <a href={`/experts.xlsx${query && `?${query}`}`} download>
          {experts.xlsx}
        </a>
        <Anchor href={`/opendata${query && `?${query}`}#embed`}>{experts.frame.code}</Anchor>
      </span>
    </DayChoice>
  )
}
