/**
 * Rules of questionnaires: who composes, who answers, who sees what was answered, and if not, why not.
 *
 * The place of a questionnaire is its organisation. Whether it asks the actor is a fact that reach establishes.
 */
import { allOf, anyOf, capable, must, type Place, type Rule, signedIn } from '#app/domain/rules.ts'

export interface QuestionnaireFacts {
  place: Place
  published: boolean
  discarded: boolean
  term: 'none' | 'before' | 'open' | 'closed'
  /** the actor is one of those who are asked */
  entitled: boolean
  /** the actor's answer is in */
  answered: boolean
  editable: boolean
  anonymous: boolean
  audience: 'everyone' | 'experts' | 'panel' | 'invited'
  results: 'staff' | 'closing' | 'always'
  /** answers that count, and the fewest that may be shown */
  count: number
  minimum: number
}

type Q = QuestionnaireFacts
const placeOf = ({ place }: Q) => place
const composes = capable<Q>('questionnaire.edit', placeOf)
const kept = must<Q>('gone', (_, one) => !one.discarded)
const published = must<Q>('questionnaire-unpublished', (_, one) => one.published)
const enough = must<Q>('results-few', (_, one) => one.count >= one.minimum)
// Whoever watched anonymous results grow would see each answer as it comes.
const anonymousLater = must<Q>('results-anonymous', (_, one) => !one.anonymous || one.term === 'closed')
const unveiled = anyOf<Q>(
  must('results-few', (_, one) => !one.anonymous),
  allOf(anonymousLater, enough),
)

export const questionnaireRules = {
  create: capable<{ place: Place }>('questionnaire.edit', ({ place }) => place),
  compose: allOf(composes, kept),
  publish: allOf(composes, kept),
  discard: allOf(
    composes,
    kept,
    must<Q>('questionnaire-published', (_, one) => !one.published),
  ),
  /** ends before its term */
  close: allOf(
    composes,
    kept,
    published,
    must<Q>('questionnaire-closed', (_, one) => one.term !== 'closed'),
  ),
  invite: allOf(
    composes,
    kept,
    must<Q>('questionnaire-open-list', (_, one) => one.audience === 'invited'),
    must<Q>('questionnaire-closed', (_, one) => one.term !== 'closed'),
  ),
  answer: allOf(
    signedIn,
    kept,
    published,
    must<Q>('questionnaire-not-yours', (_, one) => one.entitled),
    must<Q>('questionnaire-not-open', (_, one) => one.term !== 'before' && one.term !== 'none'),
    must<Q>('questionnaire-closed', (_, one) => one.term === 'open'),
    must<Q>('questionnaire-answered', (_, one) => !one.answered || one.editable),
  ),
  /** nobody sees few anonymous answers; who composes sees others from the first on */
  results: anyOf<Q>(
    allOf(composes, unveiled),
    allOf(
      published,
      anonymousLater,
      must<Q>('results-staff', (_, one) => one.results !== 'staff'),
      must<Q>('results-later', (_, one) => one.results === 'always' || one.term === 'closed'),
      enough,
    ),
  ),
  export: allOf(composes, unveiled),
  hide: anyOf<Q>(capable<Q>('remark.moderate', placeOf), composes),
} satisfies Record<string, Rule<Q> | Rule<{ place: Place }>>
