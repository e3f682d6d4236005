import type { ReactNode } from 'react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './registry.module.css'

type DayChoiceProps = {
  /** what is shown, up to the day: «Реестр на» */
  label: string
  address: string
  day: string
  known: string | null
  today: string
  /** the rest of the address, kept by the form */
  rest?: URLSearchParams
  children?: ReactNode
}

/** The day that is shown and the day whose knowledge it shows, and the way to others. */
export function DayChoice({ label, address, day, known, today, rest, children }: DayChoiceProps) {
  const { experts } = useMessages()
  const query = rest?.toString()
  return (
    <div className={styles.asOf}>
      <p>
        {label}{' '}
        <b>
          <Time value={day} />
        </b>
        {known && (
          <>
            {', '}
            {experts.knownAt}{' '}
            <b>
              <Time value={known} />
            </b>
          </>
        )}
      </p>
      <details className={styles.otherDay} data-print="off">
        <summary>{experts.otherDay}</summary>
        <form action={address}>
          {[...(rest ?? [])].map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <Field
            name="day"
            type="date"
            label={experts.day}
            defaultValue={day}
            min="2000-01-01"
            max="2100-01-01"
            required
          />
          <Field
            name="known"
            type="date"
            label={experts.known}
            hint={experts.knownHint}
            defaultValue={known ?? ''}
            min="2000-01-01"
            max={today}
          />
          <Button>{experts.showDay}</Button>
        </form>
      </details>
      {(day !== today || known) && (
        <Anchor href={query ? `${address}?${query}` : address}>{experts.today}</Anchor>
      )}
      {children}
    </div>
  )
}
