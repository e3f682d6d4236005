/**
 * Fields of the answering page ↔ answers. Pure; the page and its actions share the names.
 *
 * What was typed travels and is kept as flat words, right or wrong, so that nothing is lost before it is sent; only
 * sending reads it as answers. A field that the form does not have is left out, whoever sent it.
 */
import { shownIn } from './conditions.ts'
import { decimalOf } from './decimals.ts'
import { type Answer, type AnswerValue, choosesOther, type Form, type Question } from './forms.ts'

/** Every word of a form that is being filled, by name of field; choices of several are joined by commas. */
export type Typed = Record<string, string>

/** Names of the fields of a question. */
export const fieldsOf = (code: string) => ({
  value: `value-${code}`,
  other: `other-${code}`,
  upload: `file-${code}`,
  drop: `drop-${code}`,
  row: (row: string) => `value-${code}-${row}`,
})

/** The words that a sent form holds for this questionnaire; line ends as in HTML's value. */
export function typedIn(form: Form, data: { getAll(name: string): unknown[] }): Typed {
  const typed: Typed = {}
  const take = (name: string) => {
    const words = data.getAll(name).filter((one) => typeof one === 'string')
    const text = words.join(',').replace(/\r\n?/g, '\n')
    if (text !== '') typed[name] = text
  }
  for (const question of form.questions) {
    const names = fieldsOf(question.code)
    if (question.type === 'section') continue
    if (question.type === 'matrix') for (const { code } of question.rows ?? []) take(names.row(code))
    else take(names.value)
    if (question.other) take(names.other)
  }
  return typed
}

/** The answers that typed words say to the questions that are asked; what is not asked is no answer. */
export function answersIn(form: Form, typed: Typed): Answer[] {
  const values = new Map(form.questions.map((question) => [question.code, valueIn(question, typed)]))
  const shown = shownIn(form, values)
  return form.questions.flatMap((question): Answer[] => {
    const value = values.get(question.code) ?? null
    if (value === null || !shown.has(question.code)) return []
    const other = question.other && choosesOther(value) ? (typed[fieldsOf(question.code).other] ?? '') : ''
    return [{ question: question.code, value, reason: other.trim(), notApplicable: false, anchorId: null }]
  })
}

/** Codes of the questions that are asked with these words typed. */
export function askedIn(form: Form, typed: Typed): Set<string> {
  return shownIn(form, new Map(form.questions.map((question) => [question.code, valueIn(question, typed)])))
}

/** The words under which an answer stands in the form again: for giving it anew. */
export function typedOf(form: Form, answers: readonly Answer[]): Typed {
  const typed: Typed = {}
  for (const { question, value, reason } of answers) {
    const names = fieldsOf(question)
    if (value === null || !form.questions.some(({ code }) => code === question)) continue
    if (typeof value === 'object' && !Array.isArray(value)) {
      for (const [row, column] of Object.entries(value)) typed[names.row(row)] = column
    } else typed[names.value] = Array.isArray(value) ? value.join(',') : String(value)
    if (reason !== '') typed[names.other] = reason
  }
  return typed
}

function valueIn(question: Question, typed: Typed): AnswerValue {
  const names = fieldsOf(question.code)
  if (question.type === 'matrix') {
    const rows = (question.rows ?? []).flatMap(({ code }) => {
      const column = typed[names.row(code)]
      return column ? [[code, column] as const] : []
    })
    return rows.length === 0 ? null : Object.fromEntries(rows)
  }
  const words = typed[names.value] ?? ''
  if (words.trim() === '') return null
  if (question.type === 'many') return words.split(',')
  if (question.type === 'scale') return /^\d{1,3}$/.test(words) ? Number(words) : words
  // What is no number stays as it was typed, and the question's own check refuses it.
  if (question.type === 'number') return decimalOf(words) ?? words
  return question.type === 'text' && question.line ? words.trim().replace(/\s+/g, ' ') : words.trim()
}
