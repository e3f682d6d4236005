/**
 * Assembling: the draft of a conclusion from the sheets, every statement beside the marks it rests on. Pure.
 *
 * People are named by public number, so that a name withdrawn later changes no hash. Marks stay whole, the median is a
 * fraction: nothing is rounded before it is printed.
 */
import type { PanelObject } from '#app/domain/panels/objects/object.ts'
import type { Answer } from '#app/domain/questionnaires/forms.ts'
import { type Fraction, medianOf, scoreOf, spreadOf } from '#app/domain/questionnaires/scoring.ts'
import { commentQuestion, verdictQuestion } from '#app/domain/questionnaires/sheet-questions.ts'
import type { Form } from '#db/schema/questionnaires.ts'

export interface Mark {
  person: number
  /** null: does not apply */
  mark: number | null
  reason: string
  /** where in the document the evidence stands, as printed */
  address: string | null
}
export interface Criterion {
  code: string
  title: string
  weight: number
  scale: string[]
  marks: Mark[]
  median: Fraction | null
  spread: number | null
}
export interface ConclusionBody {
  number: string
  panel: { number: number; title: string }
  /** what was judged, as it stood: the version of a draft, or a hash over its files */
  object: {
    kind: PanelObject['kind']
    title: string
    href: string | null
    version: number | null
    sha256: string
  }
  members: number[]
  chair: number
  criteria: Criterion[]
  /** all sheets together */
  score: { earned: number; most: number } | null
  verdicts: { code: string; title: string; count: number }[]
  votes: { person: number; verdict: string; reason: string }[]
  comments: { person: number; text: string }[]
  /** words of the chair */
  verdict: string
  text: string
  recommendations: string
  /** counts edits, so that two open pages do not overwrite each other */
  edition: number
}
export interface FilledSheet {
  person: number
  answers: (Answer & { address: string | null })[]
}
type Heading = Pick<ConclusionBody, 'number' | 'panel' | 'object' | 'chair'>

/** What the sheets say together; the chair's words are still to be written. */
export function assemble(heading: Heading, form: Form, sheets: readonly FilledSheet[]): ConclusionBody {
  const criteria = form.questions.flatMap(({ type, code, title, weight = 1, scale = [] }) => {
    if (type !== 'scale') return []
    const marks = sheets.flatMap((sheet) => markOf(sheet, code))
    const whole = marks.flatMap(({ mark }) => (mark === null ? [] : [mark]))
    return [{ code, title, weight, scale, marks, median: medianOf(whole), spread: spreadOf(whole) }]
  })
  const votes = sheets.flatMap(({ person, answers }) => {
    const said = answers.find(({ question }) => question === verdictQuestion)
    return said && typeof said.value === 'string'
      ? [{ person, verdict: said.value, reason: said.reason }]
      : []
  })
  const options = form.questions.find(({ code }) => code === verdictQuestion)?.options ?? []
  const verdicts = options.map(({ code, title }) => ({
    code,
    title,
    count: votes.filter(({ verdict }) => verdict === code).length,
  }))
  return {
    ...heading,
    members: sheets.map(({ person }) => person),
    criteria,
    score: totalOf(sheets.map(({ answers }) => scoreOf(form, answers))),
    verdicts,
    votes,
    comments: sheets.flatMap(({ person, answers }) => commentOf(person, answers)),
    // The opinion of most, the stricter one of a tie: the chair changes it, knowingly.
    verdict: verdicts.reduce((most, one) => (one.count >= most.count ? one : most), {
      code: '',
      title: '',
      count: 0,
    }).code,
    text: '',
    recommendations: '',
    edition: 1,
  }
}

function markOf({ person, answers }: FilledSheet, code: string): Mark[] {
  const said = answers.find(({ question }) => question === code)
  if (!said) return []
  const mark = said.notApplicable || typeof said.value !== 'number' ? null : said.value
  return [{ person, mark, reason: said.reason, address: said.address }]
}

function commentOf(person: number, answers: FilledSheet['answers']) {
  const said = answers.find(({ question }) => question === commentQuestion)?.value
  return typeof said === 'string' && said.trim() !== '' ? [{ person, text: said }] : []
}

function totalOf(scores: readonly ({ earned: number; most: number } | null)[]) {
  const counted = scores.filter((score) => score !== null)
  if (counted.length === 0) return null
  return counted.reduce((sum, { earned, most }) => ({ earned: sum.earned + earned, most: sum.most + most }), {
    earned: 0,
    most: 0,
  })
}
