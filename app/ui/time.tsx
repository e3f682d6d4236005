import type { Moment } from './format.ts'
import { isDay } from './format.ts'
import { useFormat } from './messages.tsx'

type TimeProps = {
  /** A moment, or a legal day `YYYY-MM-DD`. */
  value: Moment
  /** `date` has day and time; a legal day never has a time. */
  as?: 'day' | 'dayMonth' | 'dayDigits' | 'date' | 'time'
}

/** A date in words, in the site's zone, with its machine form. */
export function Time({ value, as = 'day' }: TimeProps) {
  const format = useFormat()
  const shown = isDay(value) && (as === 'date' || as === 'time') ? 'day' : as
  return <time dateTime={isDay(value) ? value : new Date(value).toISOString()}>{format[shown](value)}</time>
}
