/** Criteria on which marks lie further apart than the form allows: what the everyday rule calls for. Pure. */
import { type Call, spreadOf } from '#app/domain/panels/agreement/spread.ts'
import { revised, type SecondMark } from '#app/domain/panels/rounds/second-marks.ts'
import type { Answer } from '#app/domain/questionnaires/forms.ts'
import type { Form } from '#db/schema/questionnaires.ts'

type Sheet = {
  person: number
  answers: readonly Answer[]
  second?: Readonly<Record<string, SecondMark>>
}

export function calledCriteria(
  form: Form,
  sheets: readonly Sheet[],
  difference: number,
): { code: string; title: string; least: number; most: number; call: Call }[] {
  const said = sheets.map((sheet) => ({ person: sheet.person, answers: revised(sheet) }))
  return form.questions.flatMap(({ code, title, type }) => {
    if (type !== 'scale') return []
    const given = said.map(({ person, answers }) => ({ judge: String(person), mark: markOf(answers, code) }))
    const spread = spreadOf(given, difference)
    return spread?.call ? [{ code, title, least: spread.least, most: spread.most, call: spread.call }] : []
  })
}

function markOf(answers: readonly Answer[], code: string): number | null {
  const answer = answers.find(({ question }) => question === code)
  return answer && !answer.notApplicable && typeof answer.value === 'number' ? answer.value : null
}
