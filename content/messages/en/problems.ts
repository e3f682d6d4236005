import type { problems as source } from '#content/messages/ru/problems.ts'
import type { Widen } from '#content/messages/widen.ts'

export const problems: Widen<typeof source> = {
  'not-found': 'There is no such page, or you may not see it.',
  forbidden: 'You may not do this.',
  'signed-out': 'Sign in to continue.',
  conflict: 'Someone has already done this. Reload the page and check.',
  stale: 'The data changed while you were filling in the form. Check the new state and send again.',
  'too-many': 'Too many attempts in a row. Wait a little and try again.',
  invalid: 'Check the marked fields.',
  gone: 'This record has been withdrawn from publication.',
  failed: 'Something went wrong on the server. We recorded it and will look into it.',
}
