import type { reviewPlace as source } from '#content/messages/ru/review-place.ts'
import type { Widen } from '#content/messages/widen.ts'

export const reviewPlace: Widen<typeof source> = {
  title: 'Where this place is now',
  lead: (version) =>
    `In version ${version} several places look like the former one. Until the right one is chosen, the remark is shown where these words once stood.`,
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
  noneHint: 'The remark stays where these words stood, and shows them.',
  save: 'Save the choice',
  choose: 'Choose the place',
  change: 'Change the choice',
  waiting: 'A place waits for a choice',
  waitingText: 'In the new version several places look like theirs. Name the right one for remark',
  number: (number) => `No. ${number}`,
}
