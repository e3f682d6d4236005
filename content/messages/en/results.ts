import type { results as source } from '#content/messages/ru/results.ts'
import type { Widen } from '#content/messages/widen.ts'

export const results: Widen<typeof source> = {
  title: 'Results of the assessment',
  lead: 'How the results of each campaign are distributed over the bands. Numbers alone: whose points are whose is not shown here.',
  bring: 'Bring results',
  empty: 'No results yet',
  emptyText: 'They appear once the first table of results is written.',
  passed: (passed, total) => `${passed} of ${total} passed`,
  about: 'About the campaign',
  direction: 'Direction',
  day: 'Day of the assessment',
  total: 'Participants',
  passedTerm: (percent) => `More than ${percent}\u00a0%`,
  chart: 'Bands of professional competence',
  unit: 'Participants',
  band: (title, from, below) =>
    below === null ? `${title}, from ${from}\u00a0%` : `${title}, from ${from} to ${below}\u00a0%`,
  share: (count, percent) => `${count} (${percent}\u00a0%)`,
  note: (percent) =>
    `The upper edge does not belong to a band. Band and pass are counted apart: exactly ${percent}\u00a0% is not a pass yet. Whole per cent need not sum up to a hundred.`,
}
