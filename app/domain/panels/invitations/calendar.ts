/**
 * Terms as iCalendar (RFC 5545): the last day of a term in the zone of the instance, ending at its midnight, with a
 * reminder a day before. Ids are stable, a change has a greater SEQUENCE, what is over is CANCELLED. Pure.
 */
import { escaped, folded } from '#app/domain/reviews/news/calendar.ts'

export interface TermEvent {
  uid: string
  sequence: number
  stamp: Date
  /** the last day of the term */
  day: string
  summary: string
  description: string
  url: string
  cancelled: boolean
}

/** The calendar as it is sent. */
export function printTerms(name: string, events: readonly TermEvent[], zone: string): string {
  const lines = [
    ...[
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//RSES//panels//RU',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
    ],
    `X-WR-CALNAME:${escaped(name)}`,
    ...zoneLines(
      zone,
      events.map(({ day }) => day),
    ),
    ...events.flatMap((event) => eventLines(event, zone)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: TermEvent, zone: string): string[] {
  const { uid, sequence, stamp, day, summary, description, url, cancelled } = event
  const alarm = [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(summary)}`,
    'TRIGGER:-P1D',
    'END:VALARM',
  ]
  return [
    ...['BEGIN:VEVENT', `UID:${escaped(uid)}`, `SEQUENCE:${sequence}`],
    `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;TZID=${zone}:${day.replaceAll('-', '')}T090000`,
    `DTEND;TZID=${zone}:${dayAfter(day).replaceAll('-', '')}T000000`,
    ...[`SUMMARY:${escaped(summary)}`, `DESCRIPTION:${escaped(description)}`, `URL:${url}`],
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...['TRANSP:TRANSPARENT', ...(cancelled ? [] : alarm), 'END:VEVENT'],
  ]
}

/** The offset of the zone on each of these days; a zone that changes its clock gets a rule for each. */
export function zoneLines(zone: string, days: readonly string[]): string[] {
  const known = [...new Set(days)].sort()
  const observed = known.flatMap((day) => {
    const offset = offsetOn(day, zone)
    return [
      ...['BEGIN:STANDARD', `DTSTART:${day.replaceAll('-', '')}T000000`],
      ...[`TZOFFSETFROM:${offset}`, `TZOFFSETTO:${offset}`, 'END:STANDARD'],
    ]
  })
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observed, 'END:VTIMEZONE']
}

function offsetOn(day: string, zone: string): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  const part = format.formatToParts(new Date(`${day}T12:00:00Z`)).find(({ type }) => type === 'timeZoneName')
  const offset = part?.value.replace('GMT', '').replace(':', '') ?? ''
  return offset === '' ? '+0000' : offset
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
