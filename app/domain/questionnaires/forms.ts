/** Typed answers: what may be said to a question, and what is still missing. Pure, shared by server and page. */
import type { Form, Question } from '#db/schema/question.ts'
import { shownIn } from './conditions.ts'
import { compareDecimals, decimalOf, placesOf } from './decimals.ts'

export type { Choice, Condition, Form, Question } from '#db/schema/question.ts'

export type AnswerValue = number | string | string[] | Record<string, string> | null

export interface Answer {
  question: string
  value: AnswerValue
  reason: string
  notApplicable: boolean
  /** evidence: a passage of the version under expertise */
  anchorId: string | null
}

/** The option whose words are the answer's own. */
export const otherOption = 'other'

/** Why an answer cannot be kept even unfinished, or null: a wrong type, a mark outside the scale, too many words. */
export function answerFault(question: Question, answer: Answer, most: number): string | null {
  if (answer.reason.length > most) return 'too-long'
  if (answer.notApplicable && !question.notApplicable) return 'not-applicable-refused'
  if (answer.anchorId !== null && !question.evidence) return 'invalid'
  return answer.value === null ? null : valueFault(question, answer.value, most)
}

function valueFault(question: Question, value: NonNullable<AnswerValue>, most: number): string | null {
  if (question.type === 'number') return numberFault(question, value)
  if (question.type === 'text') {
    if (typeof value !== 'string') return 'answer-invalid'
    return value.length > Math.min(most, question.characters ?? most) ? 'too-long' : null
  }
  if (question.type === 'many' && Array.isArray(value) && value.length > (question.most ?? value.length))
    return 'answer-many'
  return fits(question, value) ? null : 'answer-invalid'
}

function numberFault({ least, highest, decimals }: Question, value: NonNullable<AnswerValue>): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'answer-invalid'
  if (typeof value !== 'string' || decimalOf(value) !== value) return 'answer-number'
  if (placesOf(value) > (decimals ?? 6)) return 'answer-decimals'
  const low = least !== undefined && compareDecimals(value, least) < 0
  const high = highest !== undefined && compareDecimals(value, highest) > 0
  return low || high ? 'answer-range' : null
}

function fits(question: Question, value: NonNullable<AnswerValue>): boolean {
  const known = new Set((question.options ?? []).map(({ code }) => code))
  if (question.other) known.add(otherOption)
  switch (question.type) {
    case 'scale':
      return (
        typeof value === 'number' &&
        Number.isInteger(value) &&
        value >= 0 &&
        value < (question.scale ?? []).length
      )
    case 'one':
      return typeof value === 'string' && known.has(value)
    case 'many':
      return (
        Array.isArray(value) && value.every((code) => known.has(code)) && new Set(value).size === value.length
      )
    case 'matrix':
      return fitsMatrix(question, value)
    case 'file':
      return typeof value === 'string'
    default:
      return false
  }
}

function fitsMatrix({ rows = [], columns = [] }: Question, value: NonNullable<AnswerValue>): boolean {
  if (typeof value !== 'object' || Array.isArray(value)) return false
  return Object.entries(value).every(
    ([row, column]) => rows.some(({ code }) => code === row) && columns.some(({ code }) => code === column),
  )
}

export interface Missing {
  question: string
  code: 'answer-required' | 'answer-reason-required' | 'answer-other-required' | 'answer-rows'
}

/** What must still be said before these answers can be sent, in the order of the form. What is not asked is not missed. */
export function missingIn(form: Form, answers: readonly Answer[]): Missing[] {
  const said = new Map(answers.map((answer) => [answer.question, answer]))
  const shown = shownIn(form, new Map(answers.map(({ question, value }) => [question, value])))
  return form.questions.flatMap((question): Missing[] => {
    if (question.type === 'section' || !shown.has(question.code)) return []
    const code = missingOf(question, said.get(question.code))
    return code ? [{ question: question.code, code }] : []
  })
}

function missingOf(question: Question, answer: Answer | undefined): Missing['code'] | null {
  if (!answer || (isBlank(answer.value) && !answer.notApplicable))
    return question.required ? 'answer-required' : null
  const { value } = answer
  const rows = question.type === 'matrix' && value !== null ? Object.keys(value).length : 0
  if (question.type === 'matrix' && question.required && rows < (question.rows ?? []).length)
    return 'answer-rows'
  if (question.other && choosesOther(value) && answer.reason.trim() === '') return 'answer-other-required'
  const low = typeof value === 'number' && question.reasonBelow !== undefined && value < question.reasonBelow
  const reasonless = answer.reason.trim() === '' && (question.reasonRequired || answer.notApplicable || low)
  return reasonless ? 'answer-reason-required' : null
}

/** Whether the answer is, or holds, words of one's own. */
export function choosesOther(value: AnswerValue): boolean {
  return value === otherOption || (Array.isArray(value) && value.includes(otherOption))
}

/** Nothing was said. */
export function isBlank(value: AnswerValue): boolean {
  if (value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return typeof value === 'object' && Object.keys(value).length === 0
}
