/** Typed answers: what may be said to a question, and what is still missing. Pure, shared by server and page. */
import type { Form, Question } from '#db/schema/questionnaires.ts'

export type { Form, Question } from '#db/schema/questionnaires.ts'

export type AnswerValue = number | string | string[] | null

export interface Answer {
  question: string
  value: AnswerValue
  reason: string
  notApplicable: boolean
  /** evidence: a passage of the version under expertise */
  anchorId: string | null
}

/** Why an answer cannot be kept even unfinished, or null: a wrong type, a mark outside the scale, too many words. */
export function answerFault(question: Question, answer: Answer, most: number): string | null {
  if (answer.reason.length > most) return 'too-long'
  if (answer.notApplicable && !question.notApplicable) return 'not-applicable-refused'
  if (answer.anchorId !== null && !question.evidence) return 'invalid'
  return answer.value === null || fits(question, answer.value, most) ? null : 'answer-invalid'
}

function fits(question: Question, value: NonNullable<AnswerValue>, most: number): boolean {
  const known = new Set((question.options ?? []).map(({ code }) => code))
  switch (question.type) {
    case 'scale':
      return (
        typeof value === 'number' &&
        Number.isInteger(value) &&
        value >= 0 &&
        value < (question.scale ?? []).length
      )
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'text':
      return typeof value === 'string' && value.length <= most
    case 'one':
      return typeof value === 'string' && known.has(value)
    case 'many':
      return (
        Array.isArray(value) && value.every((code) => known.has(code)) && new Set(value).size === value.length
      )
  }
}

export interface Missing {
  question: string
  code: 'answer-required' | 'answer-reason-required'
}

/** What must still be said before these answers can be sent, in the order of the form. */
export function missingIn(form: Form, answers: readonly Answer[]): Missing[] {
  const said = new Map(answers.map((answer) => [answer.question, answer]))
  return form.questions.flatMap((question): Missing[] => {
    const answer = said.get(question.code)
    const left = (code: Missing['code']) => ({ question: question.code, code })
    if (!answer || (isBlank(answer.value) && !answer.notApplicable)) {
      return question.required ? [left('answer-required')] : []
    }
    const reasonless = answer.reason.trim() === '' && (question.reasonRequired || answer.notApplicable)
    return reasonless ? [left('answer-reason-required')] : []
  })
}

function isBlank(value: AnswerValue): boolean {
  return (
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  )
}
