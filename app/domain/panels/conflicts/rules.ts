/**
 * Rules of conflicts, challenges and recusals.
 *
 * Evidence is read by whoever selects, and by nobody who sits on the panel; the developer and members have no part in
 * it. Whoever can know the members may challenge one, but oneself is left by an own step.
 */
import type { PanelFacts } from '#app/domain/panels/rules.ts'
import { allOf, anyOf, capable, must, type Rule, signedIn } from '#app/domain/rules.ts'
import type { Weight } from './kinds.ts'

export interface DecisionFacts extends PanelFacts {
  weight: Weight
  decided: boolean
}
export interface ChallengeFacts extends PanelFacts {
  /** the member who is challenged */
  challengedId: string
  /** who asks */
  byId: string
  /** one of the same person against the same member waits for its answer */
  open: boolean
  answered: boolean
}
export interface RecusalFacts extends PanelFacts {
  ownerId: string
  accepted: boolean
}

const live = must<PanelFacts>('panel-cancelled', (_, panel) => !panel.cancelled)
const unissued = must<PanelFacts>('conclusion-issued', (_, panel) => !panel.issued)
const outside = must<PanelFacts>(
  'forbidden',
  (actor, panel) => actor !== null && !panel.memberIds.includes(actor.personId),
)
const read = allOf<PanelFacts>(
  capable<PanelFacts>('panel.select', ({ place }) => place),
  outside,
)
const act = allOf<PanelFacts>(read, live, unissued)
const others = must<ChallengeFacts>('own-challenge', (actor, one) => actor?.personId !== one.challengedId)

export const conflictRules = {
  read,
  decide: allOf<DecisionFacts>(
    act,
    must('conflict-blocks', (_, { weight }) => weight === 'warn'),
    must('conflict-decided', (_, { decided }) => !decided),
  ),
  recall: act,
  replace: act,
  /** whoever is signed in and can know the members */
  beginChallenge: allOf<PanelFacts>(signedIn, live, unissued),
  challenge: allOf<ChallengeFacts>(
    signedIn,
    live,
    unissued,
    others,
    must('challenge-open', (_, { open }) => !open),
  ),
  readChallenge: anyOf<ChallengeFacts>(
    read,
    must('forbidden', (actor, one) => actor !== null && actor.personId === one.byId),
  ),
  answer: allOf<ChallengeFacts>(
    act,
    must('own-challenge-answer', (actor, one) => actor?.personId !== one.byId),
    must('challenge-answered', (_, { answered }) => !answered),
  ),
  recuse: allOf<RecusalFacts>(
    signedIn,
    must('not-found', (actor, one) => actor?.personId === one.ownerId),
    live,
    unissued,
    must('seat-not-accepted', (_, { accepted }) => accepted),
  ),
} satisfies Record<string, Rule<PanelFacts> | Rule<DecisionFacts> | Rule<ChallengeFacts> | Rule<RecusalFacts>>
