import type { eventEvents as source } from '#content/messages/ru/event-events.ts'
import type { Widen } from '#content/messages/widen.ts'

export const eventEvents: Widen<typeof source> = {
  'event.created': 'event created',
  'event.edited': 'event changed',
  'event.announced': 'event announced',
  'event.cancelled': 'event cancelled',
  'event.held': 'event closed',
  'event.item-saved': 'item of an event programme saved',
  'event.item-removed': 'item of an event programme removed',
  'event.registered': 'registration for an event',
  'event.registration-cancelled': 'registration for an event cancelled',
  'event.promoted': 'seat of an event given from the waiting list',
  'event.attended': 'attendance of an event marked',
  'event.unattended': 'attendance of an event unmarked',
  'event.certificate': 'certificate of an event issued',
  'event.certificate-revoked': 'certificate of an event revoked',
  'event.file-added': 'file added to an event',
  'event.file-removed': 'file of an event removed',
}
