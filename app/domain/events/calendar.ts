/**
 * Events as iCalendar (RFC 5545): hours in the zone of the instance, ids are stable, a change has a greater SEQUENCE, what
 * was called off is CANCELLED. Nobody who takes part is named. Pure.
 */
import { clockAt } from '#app/domain/panels/contests/clock.ts'
import { zoneLines } from '#app/domain/panels/invitations/calendar.ts'
import { escaped, folded } from '#app/domain/reviews/news/calendar.ts'

export interface PlacedEvent {
  uid: string
  sequence: number
  stamp: Date
  startsAt: Date
  endsAt: Date
  summary: string
  description: string
  place: string
  url: string
  cancelled: boolean
}

/** The calendar as it is sent. */
export function printEvents(name: string, events: readonly PlacedEvent[], zone: string): string {
  const days = events.flatMap(({ startsAt, endsAt }) =>
    [startsAt, endsAt].map((moment) => clockAt(moment, zone).slice(0, 10)),
  )
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//RSES//events//RU'],
    ...['CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escaped(name)}`],
    ...zoneLines(zone, days),
    ...events.flatMap((event) => linesOf(event, zone)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function linesOf(event: PlacedEvent, zone: string): string[] {
  const { uid, sequence, stamp, startsAt, endsAt, summary, description, place, url, cancelled } = event
  const at = (moment: Date) => `${clockAt(moment, zone).replace(/[-:]/g, '')}00`
  return [
    ...['BEGIN:VEVENT', `UID:${escaped(uid)}`, `SEQUENCE:${sequence}`],
    `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    ...[`DTSTART;TZID=${zone}:${at(startsAt)}`, `DTEND;TZID=${zone}:${at(endsAt)}`],
    ...[`SUMMARY:${escaped(summary)}`, `DESCRIPTION:${escaped(description)}`],
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...[`URL:${url}`, `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`, 'END:VEVENT'],
  ]
}
