/** Fields of a sheet's page ↔ answers. Pure; the page and its actions share the names. */
import type { Form, Question } from '#db/schema/questionnaires.ts'

/** Names of the four fields of a question. */
export const fieldsOf = (code: string) => ({
  value: `value-${code}`,
  reason: `reason-${code}`,
  none: `none-${code}`,
  at: `at-${code}`,
})

export interface TypedAnswer {
  question: string
  value: number | string | null
  reason: string
  notApplicable: boolean
  /** printed address of a passage, as typed; empty for none */
  at: string
}

/** What a form that was sent says to each question of the sheet. A field that is absent was left empty. */
export function typedAnswers(form: Form, data: { get(name: string): unknown }): TypedAnswer[] {
  return form.questions.map((question) => {
    const names = fieldsOf(question.code)
    const word = (name: string) => {
      const value = data.get(name)
      return typeof value === 'string' ? value : ''
    }
    return {
      question: question.code,
      value: typedValue(question, word(names.value)),
      reason: word(names.reason),
      notApplicable: word(names.none) === 'on',
      at: word(names.at).trim(),
    }
  })
}

function typedValue({ type }: Question, typed: string): number | string | null {
  if (typed.trim() === '') return null
  // What is no whole number stays a word, which the question's own check refuses.
  return (type === 'scale' || type === 'number') && /^-?\d{1,9}$/.test(typed) ? Number(typed) : typed
}

type Kept = {
  question: string
  value: unknown
  reason: string
  notApplicable: boolean
  address: string | null
}

/** Kept answers as the words of their fields. */
export function typedOf(form: Form, answers: readonly Kept[]): Record<string, string> {
  const said = new Map(answers.map((answer) => [answer.question, answer]))
  return Object.fromEntries(
    form.questions.flatMap(({ code }) => {
      const names = fieldsOf(code)
      const answer = said.get(code)
      return [
        [names.value, answer?.value === null || answer?.value === undefined ? '' : String(answer.value)],
        [names.reason, answer?.reason ?? ''],
        [names.none, answer?.notApplicable ? 'on' : ''],
        [names.at, answer?.address ?? ''],
      ]
    }),
  )
}
