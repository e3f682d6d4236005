import type { eventPaper as source } from '#content/messages/ru/event-paper.ts'
import type { Widen } from '#content/messages/widen.ts'

export const eventPaper: Widen<typeof source> = {
  title: (number) => `Certificate No. ${number.replace('М', 'M')}`,
  person: (number) => `Number on the platform: ${number}`,
  lead: {
    participant: 'The organiser marked the participation in the event.',
    speaker: 'The talk stands in the programme of the event, and the event was held.',
  },
  columns: ['Fact', 'Value'],
  rows: { event: 'Event', days: 'Date', organisation: 'Organiser', role: 'Role' },
  days: (first, last) => (first === last ? first : `${first} – ${last}`),
  roles: { participant: 'participant', speaker: 'speaker' },
  codeAlt: (address) => `Code of the check: ${address}`,
  check: (code, address) => `Check the certificate: ${address}, code ${code}`,
  page: (page, pages) => `page ${page} of ${pages}`,
}
