/**
 * Which of the fields of a form are words of a person, to be shown to him once more when his session has ended.
 *
 * The form itself may not be read again: whoever is signed out may not know of it. So its fields are told by their names
 * alone, and what is no word (passwords, ids, codes of a choice, days, documents of the editor) is left out.
 */
import type { Messages } from '#content/messages/ru.ts'

export interface TypedWords {
  fields: { label: string; text: string }[]
  /** there was more than one page should hold */
  cut: boolean
}

/** What must never be sent back into a page. */
export const secrets = ['password', 'newPassword', 'currentPassword', 'repeat']

const secret = /passw|secret|token|^repeat$|^username$/i
// Never typed: where the form comes from and what it was made of.
const technical = new Set(['base', 'next', 'writer', 'seen', 'upload'])
const FIELDS = 200
const LETTERS = 1_000_000

/** The typed words in their order, each under what its field is called, else under a neutral name. Files are no words. */
export function typedWords(form: FormData, { typed: words }: Messages): TypedWords {
  const fields: TypedWords['fields'] = []
  const names: Record<string, string> = words.fields
  let room = LETTERS
  let cut = false
  for (const [name, value] of form) {
    const key = lastPart(name)
    if (typeof value !== 'string' || secret.test(key) || technical.has(key) || !isTyped(value)) continue
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
  return /^(value|other|words)-/.exec(last)?.[1] ?? last
}

/** Ids, days and codes of a choice are single words of Latin letters, digits and signs. */
function isTyped(value: string): boolean {
  const text = value.trim()
  if (text === '' || isDocument(text)) return false
  return /\s|[^\x20-\x7e]/.test(text)
}

function isDocument(text: string): boolean {
  if (!text.startsWith('{"type":"doc"')) return false
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}
