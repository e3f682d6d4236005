/** Rules of practices: who writes a card, who looks at it, who publishes; and if not, why not. */
import { allOf, anyOf, capable, must, type Place, type Rule, signedIn } from '#app/domain/rules.ts'

export type VersionState =
  | 'draft'
  | 'sent'
  | 'reviewing'
  | 'scheduled'
  | 'returned'
  | 'refused'
  | 'published'
  | 'superseded'

export interface PracticeFacts {
  /** of the organisation whose practice it is */
  place: Place
  createdById: string
  /** who confirmed to be an author */
  authorIds: readonly string[]
  published: boolean
  withdrawn: boolean
  discarded: boolean
  /** of the newest version */
  state: VersionState
  /** reviews of the newest version that are in, and that are needed */
  reviewsIn: number
  reviewsNeeded: number
}

const place = ({ place }: PracticeFacts) => place
const writes = anyOf<PracticeFacts>(
  must('forbidden', (actor, facts) => actor !== null && facts.createdById === actor.personId),
  must('forbidden', (actor, facts) => actor !== null && facts.authorIds.includes(actor.personId)),
  capable('practice.edit', place),
)
const publishes = capable<PracticeFacts>('practice.publish', place)
const there = allOf<PracticeFacts>(
  must('practice-withdrawn', (_, practice) => !practice.withdrawn),
  must('practice-discarded', (_, practice) => !practice.discarded),
)
const state = (...known: VersionState[]) =>
  must<PracticeFacts>('practice-state', (_, practice) => known.includes(practice.state))
const stranger = must<PracticeFacts>(
  'practice-own',
  (actor, facts) => facts.createdById !== actor?.personId && !facts.authorIds.includes(actor?.personId ?? ''),
)

export const practiceRules = {
  /** reads what is not published yet */
  follow: anyOf<PracticeFacts>(writes, publishes),
  edit: allOf<PracticeFacts>(signedIn, writes, there, state('draft')),
  send: allOf<PracticeFacts>(signedIn, writes, there, state('draft')),
  /** takes a sent one back to go on writing */
  recall: allOf<PracticeFacts>(signedIn, writes, there, state('sent')),
  /** begins the next version: what was returned, refused or published is not edited */
  renew: allOf<PracticeFacts>(signedIn, writes, there, state('returned', 'refused', 'published')),
  discard: allOf<PracticeFacts>(
    ...[signedIn, writes, there],
    must('practice-published', (_, practice) => !practice.published),
    state('draft', 'returned', 'refused'),
  ),
  restore: allOf<PracticeFacts>(
    ...[signedIn, writes],
    must('practice-state', (_, practice) => practice.discarded),
  ),
  /** the formal check, and whom to ask for a review: not by its own author */
  check: allOf<PracticeFacts>(publishes, stranger, there, state('sent')),
  ask: allOf<PracticeFacts>(publishes, stranger, there, state('reviewing')),
  decide: allOf<PracticeFacts>(publishes, stranger, there, state('reviewing', 'scheduled')),
  publish: allOf<PracticeFacts>(
    ...[publishes, stranger, there, state('reviewing')],
    must('practice-reviews', (_, practice) => practice.reviewsIn >= practice.reviewsNeeded),
  ),
  withdraw: allOf<PracticeFacts>(
    ...[signedIn, anyOf<PracticeFacts>(writes, publishes), there],
    must('practice-state', (_, practice) => practice.published),
  ),
} satisfies Record<string, Rule<PracticeFacts>>

export interface StartFacts {
  /** the organisation is one of those that the actor describes practices of */
  describes: boolean
}
export const startRules = {
  start: allOf<StartFacts>(
    signedIn,
    must('forbidden', (_, { describes }) => describes),
  ),
} satisfies Record<string, Rule<StartFacts>>

export interface ReviewFacts {
  personId: string
  answer: 'accepted' | 'declined' | 'released' | null
  sent: boolean
  /** the version still waits for reviews */
  open: boolean
}
const mine = must<ReviewFacts>('forbidden', (actor, review) => review.personId === actor?.personId)
const open = must<ReviewFacts>('practice-review-over', (_, review) => review.open)
export const reviewRules = {
  read: mine,
  answer: allOf<ReviewFacts>(
    ...[signedIn, mine, open],
    must('practice-review-answered', (_, review) => review.answer === null),
  ),
  fill: allOf<ReviewFacts>(
    ...[signedIn, mine, open],
    must('practice-review-unaccepted', (_, review) => review.answer === 'accepted'),
    must('practice-review-sent', (_, review) => !review.sent),
  ),
} satisfies Record<string, Rule<ReviewFacts>>

export interface AuthorFacts {
  personId: string
  answer: 'confirmed' | 'declined' | 'withdrawn' | null
}
const oneself = must<AuthorFacts>('forbidden', (actor, author) => author.personId === actor?.personId)
export const authorRules = {
  answer: allOf<AuthorFacts>(
    ...[signedIn, oneself],
    must('practice-author-answered', (_, author) => author.answer === null),
  ),
  /** the consent to be named may be taken back, and given again */
  withdraw: allOf<AuthorFacts>(
    ...[signedIn, oneself],
    must('practice-author-state', (_, author) => author.answer === 'confirmed'),
  ),
  restore: allOf<AuthorFacts>(
    ...[signedIn, oneself],
    must('practice-author-state', (_, author) => author.answer === 'withdrawn'),
  ),
} satisfies Record<string, Rule<AuthorFacts>>
