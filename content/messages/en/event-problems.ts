import type { eventProblems as source } from '#content/messages/ru/event-problems.ts'
import type { Widen } from '#content/messages/widen.ts'

export const eventProblems: Widen<typeof source> = {
  'event-state': 'This cannot be done now: the event is at another stage. Reload the page.',
  'event-past': 'The beginning has passed. Change the dates to announce the event.',
  'event-place': 'Give a place or a link to join.',
  'event-registration-over': 'Registration is over.',
  'event-registered': 'You are registered already.',
  'event-begun': 'The event has begun; you cannot give up your place any more.',
  'event-attended': 'Your attendance is marked already.',
  'event-not-begun': 'Attendance is marked from the first day of the event on.',
  'event-not-over': 'An event is closed after it is over.',
  'event-seatless': 'This person is on the waiting list and has no seat.',
  'event-seats-taken': 'More people take part already. There must be a seat for each of them.',
  'event-items-outside': 'The programme has items outside this time. Move them first.',
  'event-item-time': 'The time must lie within the event.',
  'event-items': ({ most }) => `A programme has at most ${most} items.`,
  'event-speaker': ({ number }) => `Nobody on the platform has the number ${number}.`,
  'event-speakers': ({ most }) => `An item has at most ${most} speakers.`,
  'event-practice': 'There is no published practice with this number.',
  'event-moment': 'Give a date and a time.',
  'event-ends': 'The end cannot be before the beginning.',
  'event-register-until': 'Registration cannot last longer than the event.',
  'event-link': 'A link that begins with https:// is needed',
}
