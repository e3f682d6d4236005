/** Who applies, nominates, decides and answers on the way into the registry. Pure; names no role. */
import { allOf, anyOf, capable, must, type Place, type Rule, signedIn } from '#app/domain/rules.ts'

export interface WayFacts {
  personId: string
  directionId: string
  /** organisations that may speak of the person: the one that nominated, those where the person works */
  places: readonly Place[]
  /** who refused it last */
  refusedById?: string | null
  /** the person signs in and answers without help */
  account: boolean
}

const own = must<{ personId: string }>('forbidden', (actor, facts) => actor?.personId === facts.personId)
const notOwn = must<WayFacts>('application-own', (actor, facts) => actor?.personId !== facts.personId)
const processing = capable<WayFacts>('application.edit', ({ directionId }) => ({
  directionIds: [directionId],
}))

const caring: Rule<WayFacts> = must('forbidden', (actor, { places }) =>
  places.some((place) => capable<Place>('nomination.create', (one) => one)(actor, place) === null),
)
const noAccount = must<WayFacts>('application-account', (_, { account }) => !account)

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
  care: allOf<WayFacts>(signedIn, caring),
  /** enters a consent on paper: whoever decides; for a person without an account whoever cares for it, with a scan */
  paper: allOf<WayFacts>(signedIn, notOwn, anyOf<WayFacts>(processing, allOf(caring, noAccount))),
  /** enters the answers that a person without an account gave on paper or by word of mouth */
  dictate: allOf<WayFacts>(signedIn, notOwn, anyOf<WayFacts>(processing, caring), noAccount),
} satisfies Record<string, Rule<never>>
