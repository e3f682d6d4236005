/**
 * Scores of works from the sheets of their experts, in exact fractions. Pure.
 *
 * The score of a sheet is what its weighted marks earn of the most they could, times a hundred; what does not apply leaves
 * both parts. The score of a work is the mean over its sheets. What an appeal decided on a criterion stands in the place of
 * the marks of all its experts there; the first marks stay in their sheets.
 */
import { compared, type Fraction, fraction, over, plus, sumOf } from '#app/domain/panels/fractions.ts'
import type { Answer, Form } from '#app/domain/questionnaires/forms.ts'
import { scoreOf } from '#app/domain/questionnaires/scoring.ts'

export interface JudgedWork {
  code: string
  nominationId: string
  sheets: readonly { person: number; answers: readonly Answer[] }[]
  /** criterion → mark, by an appeal that was upheld */
  decided?: Readonly<Record<string, number>>
}
export interface Scored {
  code: string
  nominationId: string
  /** of each expert; null: nothing applied */
  sheets: { person: number; score: Fraction | null }[]
  /** null: no mark applies */
  score: Fraction | null
  median: Fraction | null
  least: Fraction | null
  most: Fraction | null
}

export function scored(form: Form, { code, nominationId, sheets, decided = {} }: JudgedWork): Scored {
  const own = sheets.map(({ person, answers }) => {
    const score = scoreOf(
      form,
      answers.map((answer) => withDecided(answer, decided)),
    )
    return { person, score: score ? fraction(score.earned * 100, score.most) : null }
  })
  const known = own.flatMap(({ score }) => (score ? [score] : [])).sort(compared)
  return { code, nominationId, sheets: own, ...summed(known) }
}

/** The mean, the middle and the ends of scores that rise. */
export function summed(rising: readonly Fraction[]): Pick<Scored, 'score' | 'median' | 'least' | 'most'> {
  const [least = null, most = null] = [rising[0], rising.at(-1)]
  const [low, high] = [rising[(rising.length - 1) >> 1], rising[rising.length >> 1]]
  if (!low || !high) return { score: null, median: null, least, most }
  const score = over(sumOf(rising), fraction(rising.length))
  return { score, median: over(plus(low, high), fraction(2)), least, most }
}

function withDecided(answer: Answer, decided: Readonly<Record<string, number>>): Answer {
  const mark = decided[answer.question]
  return mark === undefined ? answer : { ...answer, value: mark, notApplicable: false }
}
