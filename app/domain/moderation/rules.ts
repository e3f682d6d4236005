/** Who may do what in moderation. */
import type { Actor } from '#app/domain/ctx.ts'
import {
  allOf,
  anyOf,
  capable,
  must,
  type Place,
  powersOver,
  type Rule,
  signedIn,
} from '#app/domain/rules.ts'

export interface CaseFacts {
  place: Place
  /** of a closed stage inside an organisation */
  inner: boolean
  authorId: string | null
  /** who did what is appealed against; null for other cases */
  appealedOf: string | null
  /** somebody else who may know the text moderates it today */
  another: boolean
}

const can = (capability: string) => capable<CaseFacts>(capability, ({ place }) => place)
/** Who holds a closed stage looks after its words, and after no others of the organisation. */
const moderator = anyOf<CaseFacts>(
  allOf<CaseFacts>(
    must('forbidden', (_, { inner }) => inner),
    can('inner.moderate'),
  ),
  can('remark.moderate'),
)
const byOthers = must<CaseFacts>('own-text', (actor, facts) => actor?.personId !== facts.authorId)
// An appeal is heard by somebody else, as long as there is somebody else.
const impartial = must<CaseFacts>(
  'appeal-another',
  (actor, { appealedOf, another }) => appealedOf === null || appealedOf !== actor?.personId || !another,
)

export const moderationRules = {
  /** let through, hide, return */
  decide: allOf<CaseFacts>(moderator, byOthers, impartial),
  report: allOf<{ authorId: string | null; stands: boolean; covered: boolean }>(
    signedIn,
    must('own-text', (actor, text) => actor?.personId !== text.authorId),
    must('conflict', (_, text) => text.stands && !text.covered),
  ),
  /** the author answers an intervention: appeals, or sends corrected words */
  answer: allOf<{ authorId: string | null; standing: boolean; step: string }>(
    signedIn,
    must('not-found', (actor, one) => actor?.personId === one.authorId),
    must('conflict', (_, one) => one.standing && (one.step === 'hidden' || one.step === 'returned')),
  ),
} satisfies Record<string, Rule<never>>

/** The capability by which the actor moderates in the place. */
export function capabilityOver(actor: Actor | null, place: Place): 'remark.moderate' | 'inner.moderate' {
  return powersOver(actor, 'remark.moderate', place).length > 0 ? 'remark.moderate' : 'inner.moderate'
}
