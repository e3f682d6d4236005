/**
 * Assembling: the draft of a conclusion from the sheets, every statement beside the marks it rests on. Pure.
 *
 * People are named by public number, so that a name withdrawn later changes no hash. Marks stay whole, the median is a
 * fraction: nothing is rounded before it is printed.
 */
import type { PanelObject } from '#app/domain/panels/objects/object.ts'
import {
  type PanelResult,
  resultOf,
  revised,
  type SecondMark,
} from '#app/domain/panels/rounds/second-marks.ts'
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
  /** what a consensus round brought; the first mark stays */
  second?: SecondMark
}
export interface Criterion {
  code: string
  title: string
  weight: number
  scale: string[]
  marks: Mark[]
  /** of second marks where there are some, else of the first */
  median: Fraction | null
  spread: number | null
  /** of the first marks, when a round went over this criterion */
  before?: { median: Fraction | null; spread: number | null }
}
/** How the sheets came together, where it was not simply that all came in. */
export interface Course {
  rounds?: { number: number; criteria: string[]; silent: number[] }[]
  closing?: { reason: string; dissent: string; needed: number; sent: number; missing: number[]; on: string }
}
export interface ConclusionBody extends Course {
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
  /** absent: a conclusion */
  kind?: 'conclusion' | 'inspection'
  members: number[]
  chair: number
  criteria: Criterion[]
  /** all sheets together */
  score: { earned: number; most: number } | null
  /** weighted result of each sheet, their median and spread */
  result?: PanelResult
  verdicts: { code: string; title: string; count: number }[]
  votes: { person: number; verdict: string; reason: string }[]
  comments: { person: number; text: string }[]
  /** words of the chair */
  verdict: string
  text: string
  recommendations: string
  /** counts edits, so that two open pages do not overwrite each other */
  edition: number
  /** the issued one in whose place this stands, and why */
  supersedes?: { number: string; reason: string }
  /** who acts for the chair, and why */
  deputy?: { person: number; reason: string }
  /** what each member answered to the text of this hash */
  agreement?: { sha256: string; answers: MemberAnswer[] }
}
export interface MemberAnswer {
  person: number
  answer: 'agreed' | 'dissented' | 'silent'
  /** «особое мнение» */
  dissent: string
}
export interface FilledSheet {
  person: number
  answers: (Answer & { address: string | null })[]
  /** by code of question; of rounds that are closed */
  second?: Readonly<Record<string, SecondMark>>
}
type Heading = Pick<ConclusionBody, 'number' | 'panel' | 'object' | 'chair' | 'rounds' | 'closing' | 'kind'>

/** What the sheets say together; the chair's words are still to be written. */
export function assemble(heading: Heading, form: Form, sheets: readonly FilledSheet[]): ConclusionBody {
  const criteria = form.questions.flatMap(({ type, code, title, weight = 1, scale = [] }) => {
    if (type !== 'scale') return []
    const marks = sheets.flatMap((sheet) => markOf(sheet, code))
    const of = (all: readonly (number | null)[]) => {
      const whole = all.filter((mark) => mark !== null)
      return { median: medianOf(whole), spread: spreadOf(whole) }
    }
    const before = marks.some(({ second }) => second) ? { before: of(marks.map(({ mark }) => mark)) } : {}
    return [{ code, title, weight, scale, marks, ...of(marks.map(markNow)), ...before }]
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
    score: totalOf(sheets.map((sheet) => scoreOf(form, revised(sheet)))),
    result: resultOf(form, sheets),
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

/** The draft anew with the words that its chair has written; the next edition, so that an open page notices. */
export function anew(before: ConclusionBody, fresh: ConclusionBody): ConclusionBody {
  const { verdict, text, recommendations, edition } = before
  const chosen = edition > 1 ? verdict : fresh.verdict
  return { ...fresh, verdict: chosen, text, recommendations, edition: edition + 1 }
}

/** The mark that counts: the second one, unless the first was kept. */
export function markNow({ mark, second }: Pick<Mark, 'mark' | 'second'>): number | null {
  return second && !second.kept ? second.mark : mark
}

function markOf({ person, answers, second }: FilledSheet, code: string): Mark[] {
  const said = answers.find(({ question }) => question === code)
  if (!said) return []
  const mark = said.notApplicable || typeof said.value !== 'number' ? null : said.value
  const again = second?.[code]
  return [{ person, mark, reason: said.reason, address: said.address, ...(again ? { second: again } : {}) }]
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

/** As whom somebody stands under the conclusion. */
export function roleOf(
  { chair, deputy }: Pick<ConclusionBody, 'chair' | 'deputy'>,
  number: number,
): 'chair' | 'deputy' | 'member' {
  return number === chair ? 'chair' : number === deputy?.person ? 'deputy' : 'member'
}
