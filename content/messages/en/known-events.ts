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
  'correction.asked': 'a correction of data was asked for',
  'correction.recalled': 'a request to correct was recalled',
  'correction.accepted': 'data were corrected by request',
  'correction.refused': 'a correction was refused',
  'invitation.objected': 'an expert objected to a recorded answer',
  'erasure.asked': 'erasure of data was demanded',
  'erasure.recalled': 'a demand to erase was recalled',
  'erasure.refused': 'erasure was refused',
  'person.erased': 'data of a person were erased by law',
  'extract.issued': 'an extract from the registry was issued',
  'statement.issued': 'a paper on the own entry was given',
  'statement.revoked': 'a given paper was revoked',
  'signing-key.made': 'a signing key was made',
  'signing-key.ended': 'the signing key was replaced',
}
