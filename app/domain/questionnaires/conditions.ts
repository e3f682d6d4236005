/**
 * Conditions: which questions of a form are asked, given the answers to earlier ones; and what is wrong with a form's
 * conditions before it is published. Pure: the server decides with the function that the page uses at once.
 *
 * A hidden question counts as unanswered, so what hangs on it is hidden too; a section hides all up to the next one.
 */
import type { Condition, Form, Question } from '#db/schema/question.ts'
import { compareDecimals } from './decimals.ts'
import type { AnswerValue } from './forms.ts'

type Values = ReadonlyMap<string, AnswerValue>

/** Codes of the questions (and sections) that are asked, in the order of the form. */
export function shownIn(form: Form, said: Values): Set<string> {
  const shown = new Set<string>()
  let section = true
  for (const question of form.questions) {
    const holds = (question.when ?? []).every(
      (condition) =>
        shown.has(condition.question) && fulfils(condition, said.get(condition.question) ?? null),
    )
    if (question.type === 'section') section = holds
    if (section && holds) shown.add(question.code)
  }
  return shown
}

function fulfils({ is, from, to }: Condition, value: AnswerValue): boolean {
  if (value === null || value === '') return false
  if (is) {
    const chosen = Array.isArray(value) ? value : [String(value)]
    return chosen.some((code) => is.includes(code))
  }
  if (typeof value !== 'string') return false
  return (
    (from === undefined || compareDecimals(value, from) >= 0) &&
    (to === undefined || compareDecimals(value, to) <= 0)
  )
}

export interface FormFault {
  /** null: of the whole form */
  question: string | null
  code: string
}

/** Everything that keeps a form from being published, in its order. */
export function conditionFaults(form: Form): FormFault[] {
  const faults: FormFault[] = []
  const places = new Map(form.questions.map(({ code }, at) => [code, at]))
  const manifold = new Set(form.questions.flatMap(({ code, type }) => (type === 'many' ? [code] : [])))
  const needs = new Map<string, Needs>()
  let section: Needs = new Map()
  form.questions.forEach((question, at) => {
    const fault = (question.when ?? [])
      .map((condition) => ownFault(form, condition, places.get(condition.question) ?? -1, at))
      .find((code) => code !== null)
    if (fault) faults.push({ question: question.code, code: fault })
    const inherited = question.type === 'section' ? new Map<string, Need>() : section
    const all = fault ? inherited : together(inherited, question, needs, manifold)
    if (all === null) faults.push({ question: question.code, code: 'condition-dead' })
    needs.set(question.code, all ?? new Map())
    if (question.type === 'section') section = all ?? new Map()
  })
  return faults
}

/** Whether a question's answers can be a condition, and as what. */
export function conditionKind({ type }: Question): 'codes' | 'number' | null {
  if (type === 'one' || type === 'many' || type === 'scale') return 'codes'
  return type === 'number' ? 'number' : null
}

/** What the answer to a one-choice, scale or number question must be for another to be asked. */
type Need = { codes: string[] } | { from?: string; to?: string }
type Needs = Map<string, Need>

function ownFault(form: Form, condition: Condition, source: number, at: number): string | null {
  const asked = form.questions[source]
  if (!asked) return 'condition-gone'
  if (source >= at) return 'condition-later'
  const kind = conditionKind(asked)
  if (kind === null || (kind === 'codes') !== (condition.is !== undefined)) return 'condition-kind'
  if (condition.is) {
    const known = codesOf(asked)
    return condition.is.length > 0 && condition.is.every((code) => known.includes(code))
      ? null
      : 'condition-option'
  }
  const { from, to } = condition
  const low = from ?? asked.least
  const high = to ?? asked.highest
  const outside =
    (from !== undefined && asked.highest !== undefined && compareDecimals(from, asked.highest) > 0) ||
    (to !== undefined && asked.least !== undefined && compareDecimals(to, asked.least) < 0) ||
    (low !== undefined && high !== undefined && compareDecimals(low, high) > 0)
  return outside ? 'condition-dead' : null
}

/** Codes that an answer may hold. */
export function codesOf({ type, options = [], scale = [], other }: Question): string[] {
  if (type === 'scale') return scale.map((_, mark) => String(mark))
  return [...options.map(({ code }) => code), ...(other ? ['other'] : [])]
}

/** All that must be so for the question to be asked, through every question it hangs on; null when it can never be. */
function together(
  inherited: Needs,
  question: Question,
  known: ReadonlyMap<string, Needs>,
  manifold: ReadonlySet<string>,
): Needs | null {
  const all: Needs = new Map(inherited)
  for (const condition of question.when ?? []) {
    for (const [code, need] of known.get(condition.question) ?? []) {
      if (!join(all, code, need)) return null
    }
    // Of many choices any two may stand together, so they contradict nothing.
    if (manifold.has(condition.question)) continue
    const need: Need = condition.is
      ? { codes: condition.is }
      : { ...(condition.from ? { from: condition.from } : {}), ...(condition.to ? { to: condition.to } : {}) }
    if (!join(all, condition.question, need)) return null
  }
  return all
}

function join(all: Needs, code: string, need: Need): boolean {
  const before = all.get(code)
  if (!before) {
    all.set(code, need)
    return true
  }
  if ('codes' in before && 'codes' in need) {
    const both = before.codes.filter((one) => need.codes.includes(one))
    all.set(code, { codes: both })
    return both.length > 0
  }
  if ('codes' in before || 'codes' in need) return true
  const from = highest(before.from, need.from, 1)
  const to = highest(before.to, need.to, -1)
  all.set(code, { ...(from ? { from } : {}), ...(to ? { to } : {}) })
  return from === undefined || to === undefined || compareDecimals(from, to) <= 0
}

function highest(a: string | undefined, b: string | undefined, sign: 1 | -1): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return compareDecimals(a, b) * sign >= 0 ? a : b
}
