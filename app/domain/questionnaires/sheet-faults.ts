/** What keeps a form from being published as an expert sheet. Pure. */
import type { Form, Question } from '#db/schema/question.ts'
import type { FormFault } from './conditions.ts'
import { verdictQuestion } from './sheet-questions.ts'

/** The kinds of questions that a sheet can show. */
export const sheetTypes: readonly Question['type'][] = ['scale', 'one', 'text', 'section']

/** A sheet needs a criterion and the verdict that conclusions count. */
export function sheetFaults(form: Form): FormFault[] {
  const verdict = form.questions.find(({ code }) => code === verdictQuestion)
  return [
    ...(form.questions.some(({ type }) => type === 'scale')
      ? []
      : [{ question: null, code: 'sheet-criteria' }]),
    ...(verdict?.type === 'one' && verdict.required ? [] : [{ question: null, code: 'sheet-verdict' }]),
    ...form.questions
      .filter(({ type }) => !sheetTypes.includes(type))
      .map(({ code }) => ({ question: code, code: 'sheet-type' })),
    ...form.questions
      .filter(({ reasonBelow, scale = [] }) => reasonBelow !== undefined && reasonBelow >= scale.length)
      .map(({ code }) => ({ question: code, code: 'sheet-below' })),
  ]
}
