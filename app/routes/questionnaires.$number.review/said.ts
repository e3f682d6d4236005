import { askedIn, type Typed } from '#app/domain/questionnaires/fields.ts'
import { type Answer, type Form, otherOption, type Question } from '#app/domain/questionnaires/forms.ts'
import type { Messages } from '#content/messages/ru.ts'

export interface Said {
  code: string
  question: string
  /** one line a choice; empty: nothing was said */
  lines: string[]
}

/** Each question that is asked with its answer in words. Pure. */
export function saidIn(
  form: Form,
  typed: Typed,
  given: readonly Answer[],
  files: ReadonlyMap<string, string>,
  words: Messages['questionnaires'],
): Said[] {
  const asked = askedIn(form, typed)
  return form.questions
    .filter(({ code, type }) => type !== 'section' && asked.has(code))
    .map((question) => {
      const answer = given.find((one) => one.question === question.code)
      const lines = answer ? wordsOf(question, answer, files, words.page.otherOption) : []
      return { code: question.code, question: question.title, lines }
    })
}

/** An answer in the words of its question. */
export function wordsOf(
  question: Question,
  { value, reason }: Pick<Answer, 'value' | 'reason'>,
  files: ReadonlyMap<string, string>,
  other: string,
): string[] {
  if (value === null) return []
  const option = (code: string) => {
    if (code === otherOption && question.other) return `${other}: ${reason}`
    return (question.options ?? []).find((one) => one.code === code)?.title ?? code
  }
  switch (question.type) {
    case 'one':
      return [option(String(value))]
    case 'many':
      return Array.isArray(value) ? value.map(option) : []
    case 'scale':
      return [question.scale?.[Number(value)] ?? String(value)]
    case 'matrix':
      return matrixWords(question, value)
    case 'file':
      return [files.get(String(value)) ?? String(value)]
    case 'number':
      return [[String(value).replace('.', ','), question.unit].filter(Boolean).join(' ')]
    default:
      return [String(value)]
  }
}

function matrixWords({ rows = [], columns = [] }: Question, value: NonNullable<Answer['value']>): string[] {
  if (typeof value !== 'object' || Array.isArray(value)) return []
  return rows.flatMap(({ code, title }) => {
    const column = columns.find((one) => one.code === value[code])
    return column ? [`${title}: ${column.title}`] : []
  })
}
