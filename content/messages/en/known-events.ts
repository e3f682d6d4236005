import type { knownEvents as source } from '#content/messages/ru/known-events.ts'
import type { Widen } from '#content/messages/widen.ts'

/** What the log says of people whom the registry knows. */
export const knownEvents: Widen<typeof source> = {
  'user.activated': 'a person of the registry began to sign in',
  'activation.printed': 'a slip with a code was printed',
  'activation.handed': 'a code was given by a document',
  'activation.letter-asked': 'a link to sign in was sent',
  'claim.made': 'an entry was claimed',
  'claim.recalled': 'a claim was recalled',
  'claim.confirmed': 'a claim was confirmed',
  'claim.refused': 'a claim was refused',
}
