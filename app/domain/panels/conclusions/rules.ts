/**
 * Rules of conclusions: who words one, agrees with it, signs it, takes it back; and if not, why not.
 *
 * The head is the chair, or the deputy while it is recorded that the deputy acts.
 */
import type { PanelFacts } from '#app/domain/panels/rules.ts'
import { allOf, anyOf, capable, must, type Rule, signedIn } from '#app/domain/rules.ts'

export type Stage = 'none' | 'draft' | 'agreement' | 'signing' | 'issued'
export interface ConclusionFacts extends PanelFacts {
  headId: string | null
  stage: Stage
  /** whose answer to the text that stands was given */
  answeredIds: readonly string[]
  /** everybody answered, or the term is over */
  agreed: boolean
  /** who must sign, and whose signature under the document that stands there is */
  signerIds: readonly string[]
  signedIds: readonly string[]
  revoked: boolean
}
export interface SignatureFacts extends ConclusionFacts {
  /** whose signature it is */
  ownerId: string
}
export interface EnteredFacts extends SignatureFacts {
  /** who wrote it down; the owner of one that was signed here */
  enteredById: string
}

const can = (capability: string) => capable<ConclusionFacts>(capability, ({ place }) => place)
const is = (reason: string, holds: (facts: ConclusionFacts) => boolean) =>
  must<ConclusionFacts>(reason, (_, facts) => holds(facts))
const live = is('panel-cancelled', ({ cancelled }) => !cancelled)
const begun = allOf<ConclusionFacts>(
  is('sheets-not-in', ({ stage, allSent }) => stage !== 'none' && allSent),
  is('round-open', ({ roundOpen }) => !roundOpen),
)
const unissued = is('conclusion-issued', ({ stage }) => stage !== 'issued')
const issued = is('conclusion-not-issued', ({ stage }) => stage === 'issued')
const inAgreement = allOf<ConclusionFacts>(
  begun,
  is('conclusion-not-sent', ({ stage }) => stage === 'agreement'),
)
const inSigning = allOf<ConclusionFacts>(
  begun,
  is('conclusion-not-signing', ({ stage }) => stage === 'signing'),
)
const isHead = must<ConclusionFacts>(
  'not-chair',
  (actor, { headId }) => actor !== null && actor.personId === headId,
)
const isMember = must<ConclusionFacts>(
  'forbidden',
  (actor, { memberIds }) => actor !== null && memberIds.includes(actor.personId),
)
const isSecretary = must<ConclusionFacts>(
  'forbidden',
  (actor, { secretaryId }) => actor !== null && actor.personId === secretaryId,
)
const staff = anyOf<ConclusionFacts>(can('panel.convene'), can('panel.select'), isSecretary)
const byAnother = must<SignatureFacts>('own-signature', (actor, { ownerId }) => actor?.personId !== ownerId)
const isOwner = must<SignatureFacts>('forbidden', (actor, { ownerId }) => actor?.personId === ownerId)
const enteredForOwner = must<EnteredFacts>(
  'own-signature-only',
  (_, { ownerId, enteredById }) => ownerId !== enteredById,
)
const ofSigner = must<SignatureFacts>('not-signer', (_, { signerIds, ownerId }) =>
  signerIds.includes(ownerId),
)
const unsigned = must<SignatureFacts>(
  'signed-already',
  (_, { signedIds, ownerId }) => !signedIds.includes(ownerId),
)

export const conclusionRules = {
  read: allOf<ConclusionFacts>(signedIn, anyOf(isHead, isMember, can('sheet.read'), isSecretary)),
  edit: allOf<ConclusionFacts>(signedIn, isHead, live, begun, unissued),
  send: allOf<ConclusionFacts>(
    signedIn,
    isHead,
    live,
    begun,
    unissued,
    is('conclusion-sent', ({ stage }) => stage === 'draft'),
  ),
  answer: allOf<ConclusionFacts>(
    signedIn,
    isMember,
    live,
    inAgreement,
    must('answered-already', (actor, { answeredIds }) => !answeredIds.includes(actor?.personId ?? '')),
  ),
  openSigning: allOf<ConclusionFacts>(
    signedIn,
    isHead,
    live,
    inAgreement,
    is('answers-awaited', ({ agreed }) => agreed),
  ),
  sign: allOf<ConclusionFacts>(
    signedIn,
    must('not-signer', (actor, { signerIds }) => signerIds.includes(actor?.personId ?? '')),
    live,
    inSigning,
    must('signed-already', (actor, { signedIds }) => !signedIds.includes(actor?.personId ?? '')),
  ),
  issue: allOf<ConclusionFacts>(
    signedIn,
    isHead,
    live,
    inSigning,
    is('signatures-awaited', ({ signerIds, signedIds }) => signerIds.every((one) => signedIds.includes(one))),
  ),
  /** names who acts for the chair */
  depute: allOf<ConclusionFacts>(signedIn, staff, live, begun, unissued),
  /** says that a document of a member was seen */
  identify: allOf<ConclusionFacts>(signedIn, staff, live),
  revoke: allOf<ConclusionFacts>(
    signedIn,
    anyOf(isHead, can('panel.convene')),
    issued,
    is('paper-revoked', ({ revoked }) => !revoked),
  ),
  revise: allOf<ConclusionFacts>(signedIn, isHead, live, issued),
} satisfies Record<string, Rule<ConclusionFacts>>

export const signatureRules = {
  /** a paper that was signed, or why somebody did not sign: entered by staff, never by oneself */
  enter: allOf<SignatureFacts>(signedIn, staff, live, inSigning, byAnother, ofSigner, unsigned),
  /** staff takes back what staff entered; what somebody signed is taken back by nobody else */
  withdraw: allOf<EnteredFacts>(
    signedIn,
    anyOf<EnteredFacts>(isOwner, allOf(staff, enteredForOwner)),
    live,
    inSigning,
  ),
} satisfies Record<string, Rule<SignatureFacts> | Rule<EnteredFacts>>
