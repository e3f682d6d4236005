/** Second marks beside the first, and the weighted results of sheets with them. Pure. */
import type { Answer } from '#app/domain/questionnaires/forms.ts'
import { type Fraction, middleOf, reduced, scoreOf, widthOf } from '#app/domain/questionnaires/scoring.ts'
import type { Form } from '#db/schema/questionnaires.ts'

export interface SecondMark {
  /** number of the round within the panel */
  round: number
  /** the first mark stands */
  kept: boolean
  /** null: kept, or does not apply */
  mark: number | null
  reason: string
}
export interface PanelResult {
  sheets: { person: number; score: { earned: number; most: number } | null }[]
  /** shares of the most that could be earned; null when no sheet has a mark */
  median: Fraction | null
  spread: Fraction | null
}
type Sheet = {
  person: number
  answers: readonly Answer[]
  second?: Readonly<Record<string, SecondMark>>
}

/** The answers of a sheet with its second marks in place of the first. */
export function revised({ answers, second = {} }: Pick<Sheet, 'answers' | 'second'>): Answer[] {
  return answers.map((answer) => {
    const again = second[answer.question]
    if (!again || again.kept) return { ...answer }
    return { ...answer, value: again.mark, reason: again.reason, notApplicable: again.mark === null }
  })
}

/** Weighted result of every sheet, their median and the difference of the largest and the smallest. */
export function resultOf(form: Form, sheets: readonly Sheet[]): PanelResult {
  const scored = sheets.map((sheet) => ({ person: sheet.person, score: scoreOf(form, revised(sheet)) }))
  const shares = scored.flatMap(({ score }) => (score ? [reduced(score.earned, score.most)] : []))
  return { sheets: scored, median: middleOf(shares), spread: widthOf(shares) }
}

export interface GivenSecond {
  question: string
  kept: boolean
  mark: number | null
  notApplicable: boolean
  reason: string
}

/** Why a second mark cannot be kept even unfinished, or null. */
export function secondFault(
  form: Form,
  criteria: readonly string[],
  given: GivenSecond,
  most: number,
): string | null {
  const question = form.questions.find(({ code }) => code === given.question)
  if (!question || !criteria.includes(given.question)) return 'question-unknown'
  if (given.reason.length > most) return 'too-long'
  if (given.kept) return given.mark === null && !given.notApplicable ? null : 'answer-invalid'
  if (given.notApplicable)
    return question.notApplicable && given.mark === null ? null : 'not-applicable-refused'
  if (given.mark === null) return null
  const inScale =
    Number.isInteger(given.mark) && given.mark >= 0 && given.mark < (question.scale ?? []).length
  return inScale ? null : 'answer-invalid'
}

/** The first criterion that is not answered: nothing said, or a new mark without a reason. */
export function secondMissing(
  criteria: readonly string[],
  given: readonly GivenSecond[],
): { question: string; code: 'second-required' | 'answer-reason-required' } | null {
  for (const question of criteria) {
    const one = given.find((mark) => mark.question === question)
    if (!one || (!one.kept && one.mark === null && !one.notApplicable))
      return { question, code: 'second-required' }
    if (!one.kept && one.reason.trim() === '') return { question, code: 'answer-reason-required' }
  }
  return null
}
