import type { conclusionProblems as source } from '#content/messages/ru/conclusion-problems.ts'
import type { Widen } from '#content/messages/widen.ts'

/** Why a conclusion is not agreed with, signed, issued or taken back. */
export const conclusionProblems: Widen<typeof source> = {
  'conclusion-not-issued': 'The conclusion is not issued yet.',
  'conclusion-not-sent': 'The text is not with the members.',
  'conclusion-sent': 'The text has been sent already.',
  'conclusion-not-signing': 'The document is not open for signatures, or its text went back to be reworded.',
  'answered-already': 'You have answered this text.',
  'answers-awaited': 'Not everybody has answered, and the term is not over.',
  'not-signer': 'This person does not sign the conclusion.',
  'signed-already': 'The signature is there already.',
  'signatures-awaited': 'Not everybody has signed.',
  'own-signature': 'One signs by oneself, not by a scan.',
  'own-signature-only': 'A signature is taken back only by who has given it.',
  'own-identity': 'Nobody confirms the own identity.',
  'head-must-sign':
    'There is no conclusion without the chair. If the chair cannot act, record who acts instead.',
  'deputy-member': 'Another member of the panel may act for the chair.',
  'signer-conflict':
    'A conflict of interest was found before signing: a place of work or a record of closeness to the developer. The secretary of the panel knows.',
  'identity-unchecked': 'Your identity is not confirmed. Show a document to the secretary of the panel.',
  'accord-missing': 'First join the agreement on simple signatures in the cabinet.',
  'email-unconfirmed': 'Confirm your mail address: the code comes by letter.',
  'signature-attached': 'This file holds the document too. A detached signature is needed.',
  'signature-other':
    'This signature is over another file. Download the document of this page and sign it unchanged.',
  'day-past': 'This day is over.',
  'paper-missing': 'There is no certificate in force, nothing to revoke.',
  'paper-given': 'The certificate has been given already.',
  'papers-none': 'There is nobody to issue a record to: the work is not over, or all have theirs.',
  'work-unfinished':
    'The work in this panel is not over yet: certificates are given after the conclusion is issued.',
  'own-record': 'Somebody else corrects your own record.',
  unchanged: 'It says so already: there is nothing to correct.',
}
