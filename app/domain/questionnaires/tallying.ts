/**
 * Tallying: what a set of responses says to each question, exactly. Pure.
 *
 * Versions are read together where a question kept its code: its newest words are shown, and what only older forms
 * asked stands at the end. Groups too small to be shown are joined so that no difference of sums gives them away.
 */
import { codesOf } from './conditions.ts'
import { compareDecimals, meanOf } from './decimals.ts'
import { type Answer, choosesOther, type Form, type Question } from './forms.ts'

export interface Counted {
  id: string
  answers: readonly (Answer & { hidden: string | null; veiled?: boolean })[]
}
export interface Bar {
  code: string
  title: string
  count: number
}
export interface Said {
  responseId: string
  text: string
  /** the reason for which moderation hid it; then `text` is empty unless the viewer moderates */
  hidden: string | null
  /** by a case of moderation, which alone shows it again */
  veiled: boolean
}
export interface Tally {
  question: Question
  /** how many answered it */
  answered: number
  bars: Bar[]
  rows: { title: string; counts: number[] }[]
  numbers: { mean: string; median: string; least: string; highest: string } | null
  texts: Said[]
}

/** Questions of all forms, the newest first: each once, as it was last asked. */
export function questionsOf(newestFirst: readonly Form[]): Question[] {
  const known = new Map<string, Question>()
  for (const form of newestFirst)
    for (const question of form.questions)
      if (!known.has(question.code)) known.set(question.code, withOld(question, newestFirst))
  return [...known.values()]
}

/** Options that only older forms had are still counted. */
function withOld(question: Question, forms: readonly Form[]): Question {
  const same = forms.flatMap(({ questions }) => questions.filter(({ code }) => code === question.code))
  const merged = <T extends { code: string }>(pick: (one: Question) => readonly T[] | undefined) => [
    ...new Map(
      same
        .flatMap((one) => pick(one) ?? [])
        .reverse()
        .map((one) => [one.code, one] as const),
    ).values(),
  ]
  const order = <T extends { code: string }>(items: T[], own: readonly T[] = []) => [
    ...own,
    ...items.filter(({ code }) => !own.some((one) => one.code === code)),
  ]
  return {
    ...question,
    ...(question.options
      ? {
          options: order(
            merged((one) => one.options),
            question.options,
          ),
        }
      : {}),
    ...(question.rows
      ? {
          rows: order(
            merged((one) => one.rows),
            question.rows,
          ),
        }
      : {}),
    ...(question.columns
      ? {
          columns: order(
            merged((one) => one.columns),
            question.columns,
          ),
        }
      : {}),
  }
}

/** What was said to a question. */
export function tally(question: Question, responses: readonly Counted[]): Tally {
  const said = responses.flatMap(({ id, answers }) => {
    const answer = answers.find((one) => one.question === question.code)
    return answer && answer.value !== null ? [{ id, ...answer }] : []
  })
  const base = { question, answered: said.length, bars: [], rows: [], numbers: null, texts: [] }
  const words = (texts: typeof said, of: (answer: Answer) => string) =>
    texts.map((one) => ({
      responseId: one.id,
      text: of(one),
      hidden: one.hidden,
      veiled: one.veiled ?? false,
    }))
  switch (question.type) {
    case 'one':
    case 'many':
    case 'scale':
      return {
        ...base,
        bars: barsOf(question, said),
        texts: words(
          said.filter(({ value }) => choosesOther(value)),
          ({ reason }) => reason,
        ),
      }
    case 'matrix':
      return { ...base, rows: rowsOf(question, said) }
    case 'number':
      return { ...base, numbers: numbersOf(said) }
    case 'text':
      return { ...base, texts: words(said, ({ value }) => String(value)) }
    default:
      return base
  }
}

/** How often each option was chosen. */
export function barsOf(question: Question, said: readonly Pick<Answer, 'value'>[]): Bar[] {
  const titles = new Map((question.options ?? []).map(({ code, title }) => [code, title]))
  return codesOf(question).map((code) => ({
    code,
    title: question.type === 'scale' ? (question.scale?.[Number(code)] ?? code) : (titles.get(code) ?? ''),
    count: said.filter(({ value }) => (Array.isArray(value) ? value.includes(code) : String(value) === code))
      .length,
  }))
}

function rowsOf({ rows = [], columns = [] }: Question, said: readonly Answer[]): Tally['rows'] {
  return rows.map(({ code, title }) => ({
    title,
    counts: columns.map(
      (column) =>
        said.filter(
          ({ value }) => typeof value === 'object' && !Array.isArray(value) && value?.[code] === column.code,
        ).length,
    ),
  }))
}

function numbersOf(said: readonly Answer[]): Tally['numbers'] {
  const values = said.map(({ value }) => String(value)).sort(compareDecimals)
  const [least, highest] = [values[0], values.at(-1)]
  const mean = meanOf(values)
  if (least === undefined || highest === undefined || mean === null) return null
  const middle = values.length >> 1
  const pair = values.length % 2 === 1 ? [values[middle] ?? ''] : values.slice(middle - 1, middle + 1)
  return { mean, median: meanOf(pair) ?? '', least, highest }
}

export interface Grouped {
  group: string | null
  value: Answer['value']
}
/** A group of people and how its members chose; `group` null: those too few to stand alone, and those of no group. */
export interface Cross {
  group: string | null
  total: number
  bars: Bar[]
}

/**
 * How groups chose, the largest first. A group below `minimum` joins the rest; when the rest alone is below it, the
 * smallest shown groups join too. Empty when nothing may be shown.
 */
export function crossOf(question: Question, said: readonly Grouped[], minimum: number): Cross[] {
  const groups = new Map<string, Grouped[]>()
  let rest: Grouped[] = []
  for (const one of said) {
    if (one.group === null) rest.push(one)
    else groups.set(one.group, [...(groups.get(one.group) ?? []), one])
  }
  const shown = [...groups].sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0], 'ru'))
  while (shown.length > 0) {
    const last = shown.at(-1)?.[1] ?? []
    const small = last.length < minimum
    const exposed = rest.length > 0 && rest.length < minimum
    if (!small && !exposed) break
    rest = [...rest, ...last]
    shown.pop()
  }
  const line = (group: string | null, of: readonly Grouped[]) => {
    return { group, total: of.length, bars: barsOf(question, of) }
  }
  const lines = shown.map(([group, of]) => line(group, of))
  if (rest.length >= minimum && lines.length > 0) lines.push(line(null, rest))
  return lines
}
