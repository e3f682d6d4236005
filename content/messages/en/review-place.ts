import type { reviewPlace as source } from '#content/messages/ru/review-place.ts'
import type { Widen } from '#content/messages/widen.ts'

export const reviewPlace: Widen<typeof source> = {
  title: 'Where this place is now',
  lead: (version) =>
    `In version ${version} several places look like the one the remark is about. Until one is chosen, the remark is shown beside its former neighbours and waits.`,
  remark: (kind, number) => `${kind.charAt(0).toUpperCase()}${kind.slice(1)} No. ${number}`,
  before: (version, address) =>
    address ? `As it was in version ${version}: ${address}` : `As it was in version ${version}`,
  question: (version) => `Which place of version ${version} the remark is about`,
  legend: 'Struck out: words that are not here. Marked: words that were not there before.',
  noAddress: 'A paragraph without a number',
  same: 'The same words',
  alike: (percent) => `${percent} % alike`,
  show: 'Show in the text',
  none: 'None of them: these words are gone',
  noneHint: 'The remark stays between its former neighbours, with the words as they were.',
  save: 'Save the choice',
  choose: 'Choose the place',
  change: 'Change the choice',
  waiting: 'A place waits for a choice',
  waitingText:
    'These remarks came into the new version, but several places look like the former ones. Choose the right one:',
  number: (number) => `No. ${number}`,
}
