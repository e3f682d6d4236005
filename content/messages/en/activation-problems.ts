import type { activationProblems as source } from '#content/messages/ru/activation-problems.ts'
import type { Widen } from '#content/messages/widen.ts'

export const activationProblems: Widen<typeof source> = {
  'activation-wrong':
    'Number and code do not fit, or the code was used, is too old, or a newer slip took its place.',
  'activation-dead': 'The link or code does not work any more. Ask for a new one.',
  'account-exists': 'This person signs in already and restores a forgotten password on the sign-in page.',
  'account-role':
    'Somebody among them signs in and has rights here: no slip and no letter. The keeper of the registry hands a code to whoever shows a document.',
  'mailbox-shared':
    'Somebody else has this address too: a link would open for everyone who reads the mailbox. Print a slip with a code.',
  'mailbox-account':
    'Somebody else signs in by this address and has confirmed it. Print a slip, or hand a code to whoever shows a document; if it is the same person, let them claim the entry (“This is me”).',
  'person-number': 'A number is written in digits, for example 1207.',
  'people-none': 'Tick at least one person.',
  'slips-many': ({ most }) => `At most ${most} slips are printed at once.`,
  'slips-changed':
    'Somebody among them has signed in, changed work or lost the status. Reload the list and tick again.',
  'day-future': 'This day has not come yet.',
  'claim-none': 'The registry has no entry with this number.',
  'claim-open': 'A claim of yours waits already. Recall it first.',
  'claim-own-entry': 'Your number is in the registry already. If you have two entries, write to its keeper.',
  'claim-taken': 'Somebody signs in with this entry. Refuse the claim and find out whose it is.',
  'claim-unconfirmed': 'The claimant has not confirmed the mailbox yet. Wait for it.',
  'claim-both-listed': 'Orders name both numbers. First the keeper of the registry merges the cards.',
  'own-claim': 'Somebody else decides on your own claim.',
  'correction-open': 'Such a request is being checked already. Wait for it or recall it.',
  'name-later': 'The registry has a former name with a later day. Check the day.',
  'name-by-request':
    'An order names you, so the keeper changes your name in the registry. Open “Correct data” and say since when.',
  'own-correction': 'Somebody else decides on your own data.',
  'own-invitation': 'An own invitation is answered in the cabinet.',
  'answer-objected': 'The objection is on record already.',
  'paper-revoked': 'The paper is revoked already.',
  'extract-none': 'An extract and a biography are for those who have or had the status of an expert.',
  'participation-none':
    'No part in expertises or in discussions under your name yet: there is nothing to put on record.',
}
