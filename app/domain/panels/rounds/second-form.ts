/** Fields of the page of second marks ↔ what is given. Pure; the page and its actions share the names. */
import type { GivenSecond } from './second-marks.ts'

export const secondFields = (code: string) => ({ choice: `choice-${code}`, reason: `reason-${code}` })

/** A choice that is none of the offered ones becomes a mark that no scale has, so that it is refused at its field. */
export function secondIn(criteria: readonly string[], data: { get(name: string): unknown }): GivenSecond[] {
  return criteria.flatMap((question): GivenSecond[] => {
    const names = secondFields(question)
    const word = (name: string) => {
      const value = data.get(name)
      return typeof value === 'string' ? value : ''
    }
    const [choice, reason] = [word(names.choice).trim(), word(names.reason)]
    const notApplicable = choice === 'none'
    const mark = choice === '' || choice === 'keep' || notApplicable ? null : markOf(choice)
    if (choice === '' && reason === '') return []
    return [{ question, kept: choice === 'keep', mark, notApplicable, reason }]
  })
}

const markOf = (choice: string) => (/^\d{1,3}$/.test(choice) ? Number(choice) : Number.NaN)

/** What was given as the words of its fields. */
export function secondOut(given: readonly GivenSecond[]): Record<string, string> {
  return Object.fromEntries(
    given.flatMap(({ question, kept, mark, notApplicable, reason }) => {
      const names = secondFields(question)
      const choice = kept ? 'keep' : notApplicable ? 'none' : mark === null ? '' : String(mark)
      return [
        [names.choice, choice],
        [names.reason, reason],
      ]
    }),
  )
}
