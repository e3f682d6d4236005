/** Who may do what in moderation. */
import { allOf, capable, must, type Place, type Rule, signedIn } from '#app/domain/rules.ts'

export interface CaseFacts {
  place: Place
  authorId: string | null
  /** who did what is appealed against; null for other cases */
  appealedOf: string | null
  /** somebody else moderates this place today */
  another: boolean
}

const moderator = capable<CaseFacts>('remark.moderate', ({ place }) => place)
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
