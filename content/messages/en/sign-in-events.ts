import type { signInEvents as source } from '#content/messages/ru/sign-in-events.ts'
import type { Widen } from '#content/messages/widen.ts'

export const signInEvents: Widen<typeof source> = {
  'filter.saved': 'filter of the registry kept',
  'filter.removed': 'filter of the registry removed',
  'identity.linked': 'sign-in by another service tied',
  'identity.unlinked': 'sign-in by another service untied',
  'user.identity-passed': 'recognised by another service, code awaited',
  'user.password-passed': 'right password, code awaited',
  'factor.set': 'second factor set up',
  'factor.codes-renewed': 'recovery codes renewed',
  'factor.recovery-used': 'signed in by a recovery code',
  'factor.removed': 'second factor removed',
  'factor.reset': 'second factor reset by an administrator',
  'session.ended': 'session ended by its owner',
}
