/**
 * Composing: a form as its author builds it, question by question. Pure.
 *
 * A question keeps its code through every change, and so does an option whose words stay or are merely reworded: by
 * codes the answers to several versions are read together.
 */
import { Problem } from '#app/domain/problem.ts'
import type { Choice, Condition, Form, Question } from '#db/schema/question.ts'
import { conditionFaults, type FormFault } from './conditions.ts'
import { compareDecimals, decimalOf, placesOf } from './decimals.ts'
import { sheetFaults } from './sheet-faults.ts'

export type QuestionType = Question['type']
export const questionTypes = ['one', 'many', 'scale', 'matrix', 'number', 'text', 'file', 'section'] as const

export interface Limits {
  options: number
  marks: number
  questions: number
  characters: number
  megabytes: number
  types: readonly string[]
}

/** What the page of a question says about it; lists are one a line. */
export interface QuestionEdit {
  title: string
  hint: string
  required: boolean
  options: string
  other: boolean
  most: string
  scale: string
  rows: string
  columns: string
  least: string
  highest: string
  decimals: string
  unit: string
  line: boolean
  characters: string
  types: string[]
  megabytes: string
  when: Condition[]
  /** of an expert sheet */
  sheet?: CriterionEdit
}
export interface CriterionEdit {
  weight: string
  reasoned: 'none' | 'always' | 'below'
  reasonBelow: string
  evidence: boolean
  notApplicable: boolean
}

/** The question that the edit describes. Problems name the field they are about. */
export function questionOf(
  type: QuestionType,
  code: string,
  edit: QuestionEdit,
  limits: Limits,
  before?: Question,
): Question {
  return {
    code,
    type,
    title: edit.title,
    ...(edit.hint === '' ? {} : { hint: edit.hint }),
    required: type !== 'section' && edit.required,
    ...partsOf(type, edit, limits, before),
    ...(edit.sheet ? criterionOf(type, edit.sheet, limits) : {}),
    ...(edit.when.length === 0 ? {} : { when: edit.when }),
  }
}

function partsOf(
  type: QuestionType,
  edit: QuestionEdit,
  limits: Limits,
  before?: Question,
): Partial<Question> {
  switch (type) {
    case 'one':
      return choices(edit, limits, before)
    case 'many': {
      const most = wholeIn(edit.most, 'most', limits.options)
      return { ...choices(edit, limits, before), ...(most === null ? {} : { most }) }
    }
    case 'scale':
      return { scale: linesOf(edit.scale, 'scale', 2, limits.marks) }
    case 'matrix':
      return {
        rows: coded(linesOf(edit.rows, 'rows', 1, limits.options), before?.rows, 'r'),
        columns: coded(linesOf(edit.columns, 'columns', 2, limits.marks), before?.columns, 'c'),
      }
    case 'number':
      return numbers(edit)
    case 'text': {
      const characters = wholeIn(edit.characters, 'characters', limits.characters)
      return { ...(edit.line ? { line: true } : {}), ...(characters === null ? {} : { characters }) }
    }
    case 'file': {
      const types = edit.types.filter((one) => limits.types.includes(one))
      if (types.length === 0) throw new Problem('required', {}, 'types')
      return { types, megabytes: wholeIn(edit.megabytes, 'megabytes', limits.megabytes) ?? limits.megabytes }
    }
    default:
      return {}
  }
}

/** What a question of an expert sheet says beside: its weight, and when a reason must stand with it. */
function criterionOf(type: QuestionType, edit: CriterionEdit, limits: Limits): Partial<Question> {
  if (type !== 'scale' && type !== 'one') return {}
  const { reasoned, evidence, notApplicable } = edit
  const reason =
    reasoned === 'always'
      ? { reasonRequired: true }
      : reasoned === 'below' && type === 'scale'
        ? { reasonBelow: wholeIn(edit.reasonBelow, 'reasonBelow', limits.marks - 1) ?? 1 }
        : {}
  const points = type === 'scale' ? { weight: wholeIn(edit.weight, 'weight', 100) ?? 1 } : {}
  return {
    ...points,
    ...reason,
    ...(evidence ? { evidence: true } : {}),
    ...(notApplicable ? { notApplicable: true } : {}),
  }
}

function choices(edit: QuestionEdit, limits: Limits, before?: Question): Partial<Question> {
  const least = edit.other ? 1 : 2
  const options = coded(linesOf(edit.options, 'options', least, limits.options), before?.options, 'o')
  return { options, ...(edit.other ? { other: true } : {}) }
}

function numbers(edit: QuestionEdit): Partial<Question> {
  const decimals = wholeIn(edit.decimals, 'decimals', 6, 0) ?? 0
  const limit = (typed: string, field: 'least' | 'highest') => {
    if (typed.trim() === '') return undefined
    const value = decimalOf(typed)
    if (value === null || placesOf(value) > decimals) throw new Problem('answer-number', {}, field)
    return value
  }
  const [least, highest] = [limit(edit.least, 'least'), limit(edit.highest, 'highest')]
  if (least !== undefined && highest !== undefined && compareDecimals(least, highest) > 0)
    throw new Problem('number-limits', {}, 'highest')
  return {
    decimals,
    ...(least === undefined ? {} : { least }),
    ...(highest === undefined ? {} : { highest }),
    ...(edit.unit === '' ? {} : { unit: edit.unit }),
  }
}

function wholeIn(typed: string, field: string, highest: number, least = 1): number | null {
  if (typed.trim() === '') return null
  const value = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : Number.NaN
  if (!(value >= least && value <= highest)) throw new Problem('out-of-range', {}, field)
  return value
}

function linesOf(typed: string, field: string, least: number, most: number): string[] {
  const lines = typed
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '')
  if (lines.length < least) throw new Problem('options-few', { least }, field)
  if (lines.length > most) throw new Problem('options-most', { most }, field)
  if (new Set(lines).size < lines.length) throw new Problem('option-twice', {}, field)
  if (lines.some((line) => line.length > 300)) throw new Problem('too-long', {}, field)
  return lines
}

/** Lines with codes: the same words keep theirs; as many reworded lines as before keep them in their order. */
function coded(lines: readonly string[], before: readonly Choice[] = [], letter: string): Choice[] {
  const known = new Map(before.map(({ code, title }) => [title, code]))
  const left = before.filter(({ title }) => !lines.includes(title))
  const fresh = lines.filter((title) => !known.has(title))
  const renamed = new Map(
    left.length === fresh.length ? fresh.map((title, at) => [title, left[at]?.code ?? '']) : [],
  )
  let last = Math.max(0, ...before.map(({ code }) => Number(code.slice(1)) || 0))
  return lines.map((title) => {
    const code = known.get(title) ?? renamed.get(title)
    if (code) return { code, title }
    last += 1
    return { code: `${letter}${last}`, title }
  })
}

/** A code that no question of these forms has had. */
export function freshCode(forms: readonly Form[]): string {
  const used = forms.flatMap(({ questions }) => questions.map(({ code }) => Number(code.slice(1)) || 0))
  return `q${Math.max(0, ...used) + 1}`
}

/** The form with the question in its place, or at the end when it is new. */
export function withQuestion(form: Form, question: Question): Form {
  const known = form.questions.some(({ code }) => code === question.code)
  const questions = known
    ? form.questions.map((one) => (one.code === question.code ? question : one))
    : [...form.questions, question]
  return { ...form, questions }
}

/** The form with a question one place up or down; at the edge as it was. */
export function moved(form: Form, code: string, way: 'up' | 'down'): Form {
  const at = form.questions.findIndex((one) => one.code === code)
  const to = way === 'up' ? at - 1 : at + 1
  const [one, other] = [form.questions[at], form.questions[to]]
  if (!one || !other) return form
  const questions = form.questions.map((question, place) =>
    place === at ? other : place === to ? one : question,
  )
  return { ...form, questions }
}

export function without(form: Form, code: string): Form {
  return { ...form, questions: form.questions.filter((one) => one.code !== code) }
}

/** Everything that keeps the form from being published. */
export function formFaults(form: Form, { anonymous }: { anonymous: boolean }): FormFault[] {
  const asking = form.questions.filter(({ type }) => type !== 'section')
  const empty = asking.length === 0 ? [{ question: null, code: 'form-empty' }] : []
  // A file knows its author, whatever the list says.
  const files = asking
    .filter(({ type }) => anonymous && type === 'file')
    .map(({ code }) => ({ question: code, code: 'anonymous-file' }))
  return [...empty, ...files, ...conditionFaults(form), ...(form.sheet ? sheetFaults(form) : [])]
}
