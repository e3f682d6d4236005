/** Who applies, nominates, decides and answers on the way into the registry. Pure; names no role. */
import { allOf, capable, must, type Place, type Rule, signedIn } from '#app/domain/rules.ts'

export interface WayFacts {
  personId: string
  directionId: string
  /** organisations that may speak of the person: the one that nominated, those where the person works */
  places: readonly Place[]
  /** who refused it last */
  refusedById?: string | null
}

const own = must<{ personId: string }>('forbidden', (actor, facts) => actor?.personId === facts.personId)
const notOwn = must<WayFacts>('application-own', (actor, facts) => actor?.personId !== facts.personId)
const processing = capable<WayFacts>('application.edit', ({ directionId }) => ({
  directionIds: [directionId],
}))

export const wayRules = {
  /** acts for oneself: applies, answers a nomination, the survey, appeals, withdraws */
  self: allOf<{ personId: string }>(signedIn, own),
  /** reads and enters the answers, admits and refuses: not in the own case */
  decide: allOf<WayFacts>(signedIn, notOwn, processing),
  /** answers an appeal: somebody else than who refused */
  answer: allOf<WayFacts>(
    signedIn,
    notOwn,
    processing,
    must('application-refuser', (actor, { refusedById }) => actor?.personId !== refusedById),
  ),
  nominate: capable<Place>('nomination.create', (place) => place),
  /** takes a nomination back, reminds */
  care: allOf<WayFacts>(
    signedIn,
    must('forbidden', (actor, { places }) =>
      places.some((place) => capable<Place>('nomination.create', (one) => one)(actor, place) === null),
    ),
  ),
} satisfies Record<string, Rule<never>>
