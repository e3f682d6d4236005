/**
 * The survey of requirements of a direction as a form of the room of questionnaires, and which answers do not meet them
 * (inventory E6). What is not met is shown to those who decide; it decides nothing by itself. Pure.
 */
import type { Answer } from '#app/domain/questionnaires/forms.ts'
import type { ApplicationsContent, Requirement } from '#content/types.ts'
import type { Form, Question } from '#db/schema/questionnaires.ts'

type Requirements = ApplicationsContent['requirements']

/** Questions of every direction, then those of this one. */
export function requirementsOf({ questions, directions }: Requirements, code: string): Requirement[] {
  return [...questions, ...(directions.find((one) => one.code === code)?.questions ?? [])]
}

/** The form as it is published and answered. */
export function surveyForm(requirements: Requirements, code: string): Form {
  return {
    title: requirements.title,
    intro: requirements.intro,
    questions: requirementsOf(requirements, code).map(questionOf),
  }
}

function questionOf(requirement: Requirement): Question {
  const { code, type, title, hint, required } = requirement
  const asked = { code, type, title, required, ...(hint ? { hint } : {}) }
  if (requirement.type === 'one')
    return { ...asked, options: requirement.options.map(({ code, title }) => ({ code, title })) }
  if (requirement.type === 'number')
    return { ...asked, least: '0', highest: String(requirement.highest), decimals: 0 }
  return { ...asked, characters: requirement.characters }
}

/** Titles of the requirements that the answers do not meet. */
export function unmetOf(requirements: Requirements, code: string, answers: readonly Answer[]): string[] {
  const said = new Map(answers.map(({ question, value }) => [question, value]))
  return requirementsOf(requirements, code)
    .filter((one) => said.has(one.code) && !meets(one, said.get(one.code)))
    .map(({ title }) => title)
}

function meets(requirement: Requirement, value: unknown): boolean {
  if (requirement.type === 'one')
    return requirement.options.find(({ code }) => code === value)?.meets ?? false
  return requirement.type === 'number' ? Number(value) >= requirement.meets : true
}

/** What the answers declare of being an individual entrepreneur; null: nothing. */
export function declaredIn(
  requirements: Requirements,
  code: string,
  answers: readonly Answer[],
): boolean | null {
  const question = requirementsOf(requirements, code).find(
    (one) => one.type === 'one' && one.statement === 'entrepreneur',
  )
  const value = answers.find((answer) => answer.question === question?.code)?.value
  if (question?.type !== 'one' || value === undefined) return null
  return !(question.options.find((option) => option.code === value)?.meets ?? true)
}
