/** What keeps answers from being sent, all of it at once and in the order of the form. Pure. */
import { type Answer, answerFault, type Form, missingIn, type Question } from './forms.ts'

export interface SendingFault {
  /** code of the question */
  question: string
  /** key of messages.problems */
  code: string
  facts: Record<string, string | number>
}

// Words of one's own to «другое» are a line, not an essay.
const OTHER = 500

/** Wrong answers first, then those that are missing, sorted as the questions stand. */
export function sendingFaults(form: Form, given: readonly Answer[]): SendingFault[] {
  const questions = new Map(form.questions.map((question) => [question.code, question]))
  const wrong = given.flatMap((answer): SendingFault[] => {
    const question = questions.get(answer.question)
    if (!question) return []
    const code = answerFault({ ...question, notApplicable: false }, answer, mostOf(question))
    return code ? [{ question: question.code, code, facts: factsOf(question) }] : []
  })
  const bad = new Set(wrong.map(({ question }) => question))
  const missing = missingIn(form, given)
    .filter(({ question }) => !bad.has(question))
    .map(({ question, code }) => ({ question, code, facts: factsOf(questions.get(question)) }))
  const place = new Map(form.questions.map(({ code }, at) => [code, at]))
  return [...wrong, ...missing].sort((a, b) => (place.get(a.question) ?? 0) - (place.get(b.question) ?? 0))
}

function mostOf({ type, characters }: Question): number {
  return type === 'text' ? (characters ?? 3000) : OTHER
}

function factsOf(question: Question | undefined): Record<string, string | number> {
  if (!question) return {}
  const { title, least, highest, decimals = 0, most = 0 } = question
  return { question: title, least: least ?? '', highest: highest ?? '', decimals, most }
}
