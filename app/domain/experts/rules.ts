/** Who registers orders and who words the lists of directions: those whom the procedure of the registry charges with it. */
import { allOf, anyOf, capable, must, type Place, type Rule, signedIn } from '#app/domain/rules.ts'

export type OrderFacts = Place
export type ClaimFacts = Place & { claimantId: string }

/** Whose closed data, and whether an answered request opens them to the actor today. */
export type ClosedFacts = Place & { granted: boolean }

const place = (facts: OrderFacts): Place => facts

export const expertRules = {
  /** brings the demonstration back to its beginning */
  reloadDemo: capable<OrderFacts>('demo.reload'),
  registerOrder: capable<OrderFacts>('order.register', place),
  /** prepares the next list of directions; it is one for the whole region */
  editDirections: capable<OrderFacts>('direction.edit'),
  publishDirections: capable<OrderFacts>('direction.publish'),
  /** brings people by lists from papers */
  importPeople: capable<OrderFacts>('registry.edit'),
  /** prints slips with which people of the registry begin to sign in; the place is where they work */
  printSlips: capable<OrderFacts>('account.activate', place),
  /** sends the link of such an account, or hands the code over to whoever showed a document */
  vouch: capable<OrderFacts>('registry.edit'),
  /** decides whether somebody who signed up is the person of an entry; the place is the entry's directions */
  decideClaim: allOf<ClaimFacts>(
    capable<ClaimFacts>('claim.decide', place),
    must('own-claim', (actor, { claimantId }) => actor?.personId !== claimantId),
  ),
  /** corrects or erases what its owner asked for; nobody decides on the own data */
  decideOwnData: allOf<{ personId: string }>(
    capable('registry.edit'),
    must('own-correction', (actor, { personId }) => actor?.personId !== personId),
  ),
  /** says of an entry «это я», asks to correct or to erase the own data, takes such a request back */
  claim: signedIn,
  /** ends the key that signs what people take away as data */
  endSigningKey: capable<OrderFacts>('key.end'),
  /** revokes a paper on somebody's life in the registry: its owner, or who keeps the registry */
  revokeStatement: anyOf<{ holderId: string }>(
    capable('registry.edit'),
    allOf<{ holderId: string }>(
      signedIn,
      must('forbidden', (actor, { holderId }) => actor?.personId === holderId),
    ),
  ),
  /** keeps filters of the registry under names of the own */
  keepFilters: signedIn,
  revokeOrder: capable<OrderFacts>('order.register', place),
  /** brings people their grounds of publication from papers and acts */
  enterGrounds: capable<OrderFacts>('registry.edit'),
  /** has a right of access somewhere; each person is asked about apart */
  openClosed: allOf<OrderFacts>(
    signedIn,
    must('forbidden', (actor) =>
      (actor?.powers ?? []).some((power) => power.capability === 'registry.read.closed'),
    ),
  ),
  /** reads closed data of a person: by a right of access that reaches them, or by an answered request */
  readClosed: anyOf<ClosedFacts>(
    allOf<ClosedFacts>(
      signedIn,
      must('forbidden', (_, { granted }) => granted),
    ),
    capable<ClosedFacts>('registry.read.closed', place),
  ),
  requestClosed: capable<OrderFacts>('registry.request.closed'),
  /** nobody answers the own request */
  answerClosed: allOf<Place & { askedById: string }>(
    capable('registry.read.closed', place),
    must('own-request', (actor, { askedById }) => actor?.personId !== askedById),
  ),
} satisfies Record<string, Rule<never>>
