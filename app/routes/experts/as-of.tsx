import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Time } from '#app/ui/time.tsx'
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
    <div className={styles.asOf}>
      <p>
        {experts.asOf}{' '}
        <b>
          <Time value={filter.day} />
        </b>
        {filter.known && (
          <>
            {', '}
            {experts.knownAt}{' '}
            <b>
              <Time value={filter.known} />
            </b>
          </>
        )}
      </p>
      <details className={styles.otherDay} data-print="off">
        <summary>{experts.otherDay}</summary>
        <form action="/experts">
          {[...rest].map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <Field
            name="day"
            type="date"
            label={experts.day}
            defaultValue={filter.day}
            min="2000-01-01"
            max="2100-01-01"
            required
          />
          <Field
            name="known"
            type="date"
            label={experts.known}
            hint={experts.knownHint}
            defaultValue={filter.known ?? ''}
            min="2000-01-01"
            max={today}
          />
          <Button>{experts.showDay}</Button>
        </form>
      </details>
      {(filter.day !== today || filter.known) && <Anchor href={`/experts?${rest}`}>{experts.today}</Anchor>}
      <span className={styles.download} data-print="off">
        <a href={`/experts.csv${query && `?${query}`}`} download>
          {experts.csv}
        </a>
        <a href={`/experts.xlsx${query && `?${query}`}`} download>
          {experts.xlsx}
        </a>
      </span>
    </div>
  )
}
