import { Problem } from '#app/domain/problem.ts'
import { conditionKind } from '#app/domain/questionnaires/conditions.ts'
import { decimalOf } from '#app/domain/questionnaires/decimals.ts'
import type { Condition, Question } from '#app/domain/questionnaires/forms.ts'

/** Names of the fields that make a condition of an earlier question. */
export const whenFields = (code: string) => ({
  is: `when-${code}`,
  from: `when-${code}-from`,
  to: `when-${code}-to`,
})

/** The conditions that the form of a question says; of questions that can be conditions, in their order. */
export function conditionsIn(
  questions: readonly Question[],
  form: { get(name: string): unknown; getAll(name: string): unknown[] },
): Condition[] {
  return questions.flatMap((question): Condition[] => {
    const names = whenFields(question.code)
    if (conditionKind(question) === 'codes') {
      const is = form.getAll(names.is).filter((one) => typeof one === 'string')
      return is.length > 0 ? [{ question: question.code, is }] : []
    }
    const limit = (name: string) => {
      const typed = String(form.get(name) ?? '').trim()
      if (typed === '') return null
      const value = decimalOf(typed)
      if (value === null) throw new Problem('answer-number', {}, name)
      return value
    }
    if (conditionKind(question) !== 'number') return []
    const [from, to] = [limit(names.from), limit(names.to)]
    if (from === null && to === null) return []
    return [{ question: question.code, ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) }]
  })
}
