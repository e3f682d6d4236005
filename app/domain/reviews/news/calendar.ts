/** iCalendar (RFC 5545): CRLF, lines folded at 75 octets, text escaped, stable ids. Pure. */
export interface CalendarEvent {
  uid: string
  /** how many times its day was moved */
  sequence: number
  stamp: Date
  /** the last day of a term; the event lasts that whole day */
  day: string
  summary: string
  description: string
  url: string
}

/** The calendar as it is sent. */
export function printCalendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    ...[
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//RSES//deadlines//RU',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
    ],
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines({ uid, sequence, stamp, day, summary, description, url }: CalendarEvent): string[] {
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
  return [
    ...['BEGIN:VEVENT', `UID:${escaped(uid)}`, `SEQUENCE:${sequence}`],
    `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${next.replaceAll('-', '')}`,
    ...[`SUMMARY:${escaped(summary)}`, `DESCRIPTION:${escaped(description)}`, `URL:${url}`],
    ...['TRANSP:TRANSPARENT', 'END:VEVENT'],
  ]
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a control character would end or break a line
const controls = /[\u0000-\u0009\u000b-\u001f\u007f]/g

/** Text as a value of a property. */
export function escaped(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(controls, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** Folds by octets, never inside a letter. */
export function folded(line: string): string {
  let [out, width] = ['', 0]
  for (const letter of line) {
    const octets = Buffer.byteLength(letter)
    if (width + octets > 75) {
      out += '\r\n '
      width = 1
    }
    out += letter
    width += octets
  }
  return out
}
