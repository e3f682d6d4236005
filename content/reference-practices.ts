/** References of practices: nothing on their page is named twice. */
import { unique } from './codes.ts'
import type { Sources } from './sources.ts'

export function checkPractices({ practices }: Sources) {
  const { kinds, sections, licences, rubric } = practices.value
  unique(practices, ['kinds'], kinds)
  unique(practices, ['sections'], sections)
  unique(practices, ['licences'], licences)
  unique(practices, ['rubric', 'criteria'], rubric.criteria)
  unique(practices, ['rubric', 'verdicts'], rubric.verdicts)
}
