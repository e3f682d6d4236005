import type { conclusionEvents as source } from '#content/messages/ru/conclusion-events.ts'
import type { Widen } from '#content/messages/widen.ts'

/** The log on conclusions, their signatures and the papers of work. */
export const conclusionEvents: Widen<typeof source> = {
  'conclusion.sent': 'conclusion sent for agreement',
  'conclusion.answered': 'text of a conclusion answered',
  'conclusion.taken-back': 'text of a conclusion taken back',
  'conclusion.signing-opened': 'signing of a conclusion opened',
  'conclusion.signed': 'conclusion signed',
  'conclusion.unsigned': 'signature under a conclusion withdrawn',
  'conclusion.conflict-found': 'conflict of interest found before signing',
  'conclusion.superseded': 'conclusion superseded',
  'conclusion.revoked': 'conclusion revoked',
  'conclusion.begun-anew': 'new conclusion begun in the place of another',
  'conclusion.deputy-named': 'acting chair recorded',
  'conclusion.deputy-ended': 'the chair acts again',
  'accord.joined': 'agreement on simple signatures joined',
  'accord.left': 'agreement on simple signatures left',
  'identity.checked': 'identity checked by a document',
  'signing.code-asked': 'code for a signature asked for',
  'work-paper.given': 'certificate of taking part in an expertise given',
  'work-paper.revoked': 'certificate of taking part in an expertise revoked',
  'work.corrected': 'record of taking part in an expertise corrected',
}
