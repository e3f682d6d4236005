import type { eventNotices as source } from '#content/messages/ru/event-notices.ts'
import type { Widen } from '#content/messages/widen.ts'

export const eventNotices: Widen<typeof source> = {
  'event.speaker': ({ title, day }) => `You are named in the programme of "${title}" on ${day}`,
  'event.moved': ({ title, day }) =>
    `The time or place of "${title}" has changed. It begins on ${day}; see its page`,
  'event.cancelled': ({ title }) => `The event "${title}" is cancelled. The reason is on its page`,
  'event.promoted': ({ title, day }) => `A seat is free: you take part in "${title}" on ${day}`,
  'event.certificate': ({ title }) => `Your certificate is ready: "${title}"`,
  'event.certificate-revoked': ({ title, reason }) => `The certificate of "${title}" is revoked: ${reason}`,
}
