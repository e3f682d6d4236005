/** References of events: no series is named twice. */
import { unique } from './codes.ts'
import type { Sources } from './sources.ts'

export function checkEvents({ events }: Sources) {
  unique(events, ['series'], events.value.series)
}
