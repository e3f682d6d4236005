/**
 * Which of the fields of a form are words of a person, to be shown to him once more when his session has ended.
 *
 * The form itself may not be read again: whoever is signed out may not know of it. So its fields are told by their names
 * and by the schema of the form, and what is no word (passwords, ids, codes of a choice, days, documents of the editor)
 * is left out.
 */
import type { z } from 'zod'
import type { Messages } from '#content/messages/ru.ts'
import { holdsWords } from './field-kinds.ts'

export interface TypedWords {
  fields: { label: string; text: string }[]
  /** there was more than one page should hold */
  cut: boolean
}

/** The words, and the page whose form they were typed in. */
export type GivenBack = TypedWords & { page: string }

/** What must never be sent back into a page. */
export const secrets = ['password', 'newPassword', 'currentPassword', 'repeat', 'oneTimeCode']

const secret = /passw|secret|token|oneTimeCode|^repeat$|^username$/i
const FIELDS = 200
const LETTERS = 1_000_000

/** The typed words in their order, each under what its field is called, else under a neutral name. Files are no words. */
export function typedWords(
  form: FormData,
  schemas: readonly z.ZodType[],
  { typed: words }: Messages,
): TypedWords {
  const fields: TypedWords['fields'] = []
  const names: Record<string, string> = words.fields
  let room = LETTERS
  let cut = false
  for (const [name, value] of form) {
    const key = lastPart(name)
    if (typeof value !== 'string' || secret.test(key)) continue
    if (value.trim() === '' || isDocument(value) || !(holdsWords(schemas, name) ?? isTyped(name, value)))
      continue
    if (room === 0 || fields.length === FIELDS) return { fields, cut: true }
    const text = value.slice(0, room)
    cut = text.length < value.length
    room -= text.length
    fields.push({ label: (Object.hasOwn(names, key) && names[key]) || words.other, text })
  }
  return { fields, cut }
}

/** `rows[2].reason` → reason; `value-q1` → value: the answer to a question has the question's code in its name. */
function lastPart(name: string): string {
  const last =
    name
      .replace(/\[\d*\]$/, '')
      .split('.')
      .at(-1) ?? ''
  return answer.exec(last)?.[1] ?? last
}

const answer = /^(value|other|reason|at|words)-/

/**
 * Fields that no schema names, as those of a questionnaire: what stands beside an answer is always typed. The answer
 * itself is a text or the code of a choice, and only the questionnaire knows which: here a single word of Latin letters,
 * digits and signs is taken for a code.
 */
function isTyped(name: string, value: string): boolean {
  const [, part = 'value'] = answer.exec(name) ?? []
  return part !== 'value' || /\s|[^\x20-\x7e]/.test(value.trim())
}

function isDocument(text: string): boolean {
  if (!text.startsWith('{"type":"doc"')) return false
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}
